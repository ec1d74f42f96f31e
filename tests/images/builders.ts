import { crc32, deflateSync } from 'node:zlib'

/** Writers of picture files, block by block: what no library would write can be written too. */

const u16le = (value: number) => Buffer.from([value & 255, value >> 8])
export const u32be = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([u32be(data.length), body, u32be(crc32(body))])
}

interface PngOptions {
  width: number
  height: number
  /** 0 grey, 2 true colour, 6 with alpha; 2 unless given. */
  colour?: number
  depth?: number
  interlaced?: boolean
  /** The compressed content; black of the right length unless given. */
  data?: Buffer
  /** Chunks before the content. */
  before?: Buffer[]
  /** Bytes after the end. */
  after?: Buffer
}

const samples: Record<number, number> = { 0: 1, 2: 3, 6: 4 }

export function png(options: PngOptions): Buffer {
  const { width, height, colour = 2, depth = 8, interlaced = false, before = [], after } = options
  const row = 1 + Math.ceil((width * samples[colour]! * depth) / 8)
  const header = Buffer.concat([
    u32be(width),
    u32be(height),
    Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0]),
  ])
  // Interlacing adds rows: each of its seven pictures has its own.
  const data = options.data ?? deflateSync(Buffer.alloc(row * height + (interlaced ? 3 * height : 0)))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
    ...(after ? [after] : []),
  ])
}

/** Zeros, compressed: a thousandth of their length. */
export const deflatedZeros = (mebibytes: number): Buffer =>
  deflateSync(Buffer.alloc(mebibytes * 1024 * 1024), { level: 9 })

/** A picture of one pixel of black in each frame. */
export function gif(width: number, height: number, frames: number, after = Buffer.alloc(0)): Buffer {
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0]),
    Buffer.from([2, 2, 0x44, 1, 0]),
  ])
  return Buffer.concat([
    Buffer.from('GIF89a'),
    u16le(width),
    u16le(height),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
    after,
  ])
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
}

export function riff(...chunks: [type: string, data: Buffer][]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks.map(([type, data]) => riffChunk(type, data))])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), length, body])
}

/** The head of a lossless WebP, which is enough for whoever believes in it. */
export function losslessHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(0x2f)
  head.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1)
  return Buffer.concat([head, Buffer.alloc(32)])
}

/** A moving WebP whose frames are all the given chunk. */
export function movingWebp(width: number, height: number, frames: number, coded: Buffer): Buffer {
  const canvas = Buffer.alloc(10)
  canvas.writeUInt8(0x12)
  canvas.writeUIntLE(width - 1, 4, 3)
  canvas.writeUIntLE(height - 1, 7, 3)
  const place = Buffer.alloc(16)
  place.writeUIntLE(width - 1, 6, 3)
  place.writeUIntLE(height - 1, 9, 3)
  place.writeUIntLE(40, 12, 3)
  const frame = Buffer.concat([place, coded])
  return riff(
    ['VP8X', canvas],
    ['ANIM', Buffer.alloc(6)],
    ...Array.from({ length: frames }, (): [string, Buffer] => ['ANMF', frame]),
  )
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(data.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, data])
}

/** The JPEG with segments right after its start, and other bytes after its end. */
export const jpegWith = (jpeg: Buffer, segments: Buffer[], after = Buffer.alloc(0)): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), after])

/** The JPEG with another size in its header. */
export function jpegOfSize(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg)
  const frame = [0xc0, 0xc2].map((marker) => lying.indexOf(Buffer.from([0xff, marker]))).find((at) => at > 0)!
  lying.writeUInt16BE(height, frame + 5)
  lying.writeUInt16BE(width, frame + 7)
  return lying
}

/** The JPEG with its last scan repeated. */
export function jpegOfScans(jpeg: Buffer, times: number): Buffer {
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), jpeg.length - 2)
  return Buffer.concat([
    jpeg.subarray(0, jpeg.length - 2),
    ...Array.from({ length: times }, () => scan),
    jpeg.subarray(jpeg.length - 2),
  ])
}
