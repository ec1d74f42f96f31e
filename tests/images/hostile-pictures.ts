import { deflateSync } from 'node:zlib'
import {
  deflatedZeros,
  gif,
  jpegOfScans,
  jpegOfSize,
  jpegSegment,
  jpegWith,
  losslessHead,
  movingWebp,
  png,
  pngChunk,
  riff,
  u32be,
} from './builders.ts'
import { picture } from './pictures.ts'

export interface HostilePicture {
  readonly name: string
  /** Of what kind of attack it is. */
  readonly kind: string
  readonly bytes: Buffer
  /** `refused`: before any of it is decoded. `clean`: decoded, and stored as pixels or refused after all. */
  readonly outcome: 'refused' | 'clean'
}

/** What an attacker wants to find again in what is stored. */
export const payload = '<script>alert(document.domain)</script><?php system($_GET["c"]); ?>'
const hostile = Buffer.from(payload)
const zip = Buffer.from('PK\x03\x04META-INF/MANIFEST.MF', 'latin1')

const animation = (frames: number) => pngChunk('acTL', Buffer.concat([u32be(frames), u32be(0)]))
const text = (type: string, data: Buffer) =>
  pngChunk(type, Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), data]))
const internationalText = (data: Buffer) =>
  pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'), data]))
const profile = (data: Buffer) => pngChunk('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), data]))
const many = (segment: Buffer, times: number) => Array.from({ length: times }, () => segment)
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

async function formats() {
  const [jpeg, progressive, webp, gifPicture, pngPicture, avif, tiff] = await Promise.all([
    picture().jpeg().toBuffer(),
    picture().jpeg({ progressive: true }).toBuffer(),
    picture().webp({ lossless: true }).toBuffer(),
    picture().gif().toBuffer(),
    picture().png().toBuffer(),
    picture(64, 64).avif().toBuffer(),
    picture().tiff().toBuffer(),
  ])
  return { jpeg, progressive, webp, gifPicture, pngPicture, avif, tiff }
}

type Row = [kind: string, name: string, bytes: Buffer, outcome: HostilePicture['outcome']]

/** Files that cost much to decode. */
async function bombs(): Promise<Row[]> {
  const { progressive } = await formats()
  const wide = await picture(8000, 6000).jpeg({ progressive: true }).toBuffer()
  const seven = await picture(3500, 2600).jpeg({ progressive: true }).toBuffer()
  const large = {
    progressive: await picture(5500, 4000).jpeg({ progressive: true }).toBuffer(),
    lossless: await picture(3200, 2500).webp({ lossless: true, effort: 0 }).toBuffer(),
  }
  const bomb = deflatedZeros(300)
  return [
    ['decompression', 'a PNG of 16384 x 16384', png({ width: 16384, height: 16384, data: bomb }), 'refused'],
    [
      'decompression',
      'an interlaced PNG of 7000 x 7000',
      png({ width: 7000, height: 7000, interlaced: true, data: bomb }),
      'refused',
    ],
    [
      'decompression',
      'a PNG of 48 million pixels in 16 bits',
      png({ width: 8000, height: 6000, colour: 6, depth: 16, data: bomb }),
      'refused',
    ],
    [
      'decompression',
      'a PNG whose data go on after its pixels',
      png({ width: 100, height: 100, data: bomb }),
      'clean',
    ],
    [
      'decompression',
      'the largest PNG that is taken',
      png({ width: 8000, height: 6000, colour: 6 }),
      'clean',
    ],
    ['decompression', 'a progressive JPEG of 48 million pixels', wide, 'refused'],
    ['decompression', 'a JPEG of 200 scans', jpegOfScans(progressive, 200), 'refused'],
    ['decompression', 'a JPEG of 9 million pixels and 45 scans', jpegOfScans(seven, 35), 'clean'],
    ['decompression', 'the largest progressive JPEG that is taken', large.progressive, 'clean'],
    ['decompression', 'the largest lossless WebP that is taken', large.lossless, 'clean'],
    [
      'decompression',
      'the largest interlaced PNG that is taken',
      png({ width: 4000, height: 4000, interlaced: true, colour: 6 }),
      'clean',
    ],
  ]
}

/** Headers that announce more than any decoder should believe. */
async function headers(): Promise<Row[]> {
  const { jpeg, progressive } = await formats()
  const bomb = deflatedZeros(300)
  return [
    ['header', 'a JPEG of 64250 x 64250', jpegOfSize(jpeg, 64250, 64250), 'refused'],
    ['header', 'a progressive JPEG of 65500 x 700', jpegOfSize(progressive, 65500, 700), 'refused'],
    ['header', 'a JPEG of no height', jpegOfSize(jpeg, 400, 0), 'refused'],
    ['header', 'a PNG of 1 x 2^31 - 1', png({ width: 1, height: 2 ** 31 - 1, data: bomb }), 'refused'],
    ['header', 'a PNG of 2^31 - 1 x 1', png({ width: 2 ** 31 - 1, height: 1, data: bomb }), 'refused'],
    ['header', 'a GIF of 65535 x 65535', gif(65535, 65535, 1), 'refused'],
    ['header', 'a WebP of 16384 x 16384', riff(['VP8L', losslessHead(16384, 16384)]), 'refused'],
    [
      'header',
      'a WebP that is larger than its canvas',
      movingWebp(10, 10, 1, riff(['VP8L', losslessHead(16000, 16000)]).subarray(12)),
      'refused',
    ],
  ]
}

async function movers(): Promise<Row[]> {
  const coded = (await formats()).webp.subarray(12)
  const canvas = { width: 16, height: 16 }
  return [
    ['frames', 'a GIF of 40000 frames', gif(16, 16, 40_000), 'refused'],
    ['frames', 'a GIF of 900 large frames', gif(2500, 2500, 900), 'clean'],
    ['frames', 'a PNG of 40000 frames', png({ ...canvas, before: [animation(40_000)] }), 'refused'],
    [
      'frames',
      'a PNG of 900 frames',
      png({ ...canvas, before: [animation(900), ...many(pngChunk('fdAT', Buffer.alloc(9000)), 900)] }),
      'clean',
    ],
    ['frames', 'a WebP of 40000 frames', movingWebp(400, 300, 40_000, coded.subarray(0, 100)), 'refused'],
    ['frames', 'a WebP of 900 frames', movingWebp(400, 300, 900, coded), 'clean'],
  ]
}

const withChunk = (webp: Buffer, type: string, data: Buffer) =>
  riff(['VP8L', webp.subarray(20)], [type, data])

/** Files that are something else too, or carry something along. */
async function passengers(): Promise<Row[]> {
  const { jpeg, webp, gifPicture } = await formats()
  const canvas = { width: 16, height: 16 }
  return [
    ['polyglot', 'a GIF that is an archive', Buffer.concat([gifPicture, zip, hostile]), 'clean'],
    [
      'polyglot',
      'a GIF with a comment of code',
      Buffer.concat([
        gifPicture.subarray(0, -1),
        Buffer.from([0x21, 0xfe, hostile.length]),
        hostile,
        Buffer.from([0, 0x3b]),
      ]),
      'clean',
    ],
    [
      'polyglot',
      'a JPEG with a comment of code',
      jpegWith(jpeg, [jpegSegment(0xfe, hostile)], hostile),
      'clean',
    ],
    ['polyglot', 'a JPEG that is an archive', jpegWith(jpeg, [], Buffer.concat([zip, hostile])), 'clean'],
    [
      'polyglot',
      'a PNG with a text of code',
      png({ ...canvas, before: [text('tEXt', hostile)], after: hostile }),
      'clean',
    ],
    [
      'polyglot',
      'a PNG with code in its palette',
      png({ ...canvas, before: [pngChunk('PLTE', hostile.subarray(0, 66))] }),
      'clean',
    ],
    ['polyglot', 'a WebP with a chunk of code', withChunk(webp, 'XMP ', hostile), 'clean'],
  ]
}

async function luggage(): Promise<Row[]> {
  const { jpeg, webp } = await formats()
  const canvas = { width: 16, height: 16 }
  const bomb = deflatedZeros(300)
  const exif = jpegSegment(
    0xe1,
    Buffer.concat([
      Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1'),
      Buffer.alloc(65_000, 1),
      hostile,
    ]),
  )
  const xmp = jpegSegment(
    0xe1,
    Buffer.concat([Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1'), Buffer.alloc(65_000, 65)]),
  )
  return [
    ['metadata', 'a PNG with zTXt bombs', png({ ...canvas, before: many(text('zTXt', bomb), 3) }), 'clean'],
    ['metadata', 'a PNG with an iTXt bomb', png({ ...canvas, before: [internationalText(bomb)] }), 'clean'],
    ['metadata', 'a PNG with an iCCP bomb', png({ ...canvas, before: [profile(bomb)] }), 'refused'],
    [
      'metadata',
      'a PNG with a broken profile',
      png({ ...canvas, before: [profile(Buffer.from('nothing'))] }),
      'refused',
    ],
    [
      'metadata',
      'a PNG with a profile of nonsense',
      png({ ...canvas, before: [profile(deflateSync(Buffer.alloc(5000, 7)))] }),
      'clean',
    ],
    [
      'metadata',
      'a PNG of 400000 empty chunks',
      png({ ...canvas, before: many(pngChunk('tEXt', Buffer.alloc(0)), 400_000) }),
      'clean',
    ],
    ['metadata', 'a JPEG with 9 MB of Exif', jpegWith(jpeg, many(exif, 140)), 'clean'],
    ['metadata', 'a JPEG with 9 MB of XMP', jpegWith(jpeg, many(xmp, 140)), 'clean'],
    [
      'metadata',
      'a JPEG with 9 MB of profile',
      jpegWith(
        jpeg,
        many(
          jpegSegment(
            0xe2,
            Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x8c', 'latin1'), Buffer.alloc(65_000)]),
          ),
          140,
        ),
      ),
      'refused',
    ],
    ['metadata', 'a WebP with 9 MB of Exif', withChunk(webp, 'EXIF', Buffer.alloc(9_000_000, 1)), 'clean'],
  ]
}

async function halves(): Promise<Row[]> {
  const { jpeg, webp, gifPicture, pngPicture } = await formats()
  return [
    ['truncated', 'half a JPEG', half(jpeg), 'refused'],
    ['truncated', 'half a PNG', half(pngPicture), 'refused'],
    ['truncated', 'half a GIF', half(gifPicture), 'refused'],
    ['truncated', 'half a WebP', half(webp), 'refused'],
    [
      'truncated',
      'a PNG with half its pixels',
      png({ width: 100, height: 100, data: deflateSync(Buffer.alloc(301 * 50)) }),
      'clean',
    ],
    ['truncated', 'only the first bytes of a PNG', pngPicture.subarray(0, 8), 'refused'],
  ]
}

/** Files of formats that are not taken. */
async function strangers(): Promise<Row[]> {
  const { avif, tiff } = await formats()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
  const rows: [string, Buffer][] = [
    ['an SVG', Buffer.from(svg)],
    [
      'an SVG after a prolog',
      Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "&b;&b;">]>${svg}`),
    ],
    ['an AVIF', avif],
    ['a HEIC', Buffer.concat([u32be(24), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])],
    ['a TIFF', tiff],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj')],
    ['a FITS', Buffer.from('SIMPLE  =                    T'.padEnd(2880))],
    ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(64)])],
    ['HTML', Buffer.from(`<!doctype html>${payload}`)],
    ['an empty file', Buffer.alloc(0)],
    ['a sound that is RIFF too', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
  ]
  return rows.map(([name, bytes]): Row => ['stranger', name, bytes, 'refused'])
}

export async function hostilePictures(): Promise<HostilePicture[]> {
  const sets = [bombs, headers, movers, passengers, luggage, halves, strangers]
  const rows = (await Promise.all(sets.map((set) => set()))).flat()
  return rows.map(([kind, name, bytes, outcome]) => ({ kind, name, bytes, outcome }))
}
