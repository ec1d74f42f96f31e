import assert from 'node:assert/strict'
import sharp from 'sharp'
import { newUser, served, uploaded } from '#tests/api/uploads.ts'
import { jpegSegment, jpegWith } from '#tests/images/builders.ts'
import { corners, picture } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'

/** The colours in the middle of the four quarters, as the names of what is nearest. */
async function quarters(url: string): Promise<string[]> {
  const { bytes } = await served(url)
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const nearest = (x: number, y: number) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
    const away = (colour: readonly number[]) =>
      colour.reduce((sum, one, i) => sum + Math.abs(one - data[at + i]!), 0)
    return Object.entries(corners).sort(([, a], [, b]) => away(a) - away(b))[0]![0]
  }
  return [nearest(0.25, 0.25), nearest(0.75, 0.25), nearest(0.25, 0.75), nearest(0.75, 0.75)]
}

rule('IMG-5', 'what is stored is a square WebP of pixels alone, upright', async (server) => {
  const user = await newUser(server)
  const secret = 'N 48 12 30, W 16 22 11'
  const upright = ['red', 'green', 'blue', 'white']
  for (let orientation = 1; orientation <= 8; orientation++) {
    const turned = await picture(1600, 1200).jpeg().withMetadata({ orientation }).toBuffer()
    const wanted = await quarters(
      (await uploaded(server, user.id, await sharp(turned).autoOrient().png().toBuffer())).image_url,
    )
    const comment = jpegSegment(0xfe, Buffer.from(secret))
    const { image_url } = await uploaded(server, user.id, jpegWith(turned, [comment], Buffer.from(secret)))
    assert.deepEqual(await quarters(image_url), wanted, `orientation ${orientation}`)
    if (orientation > 1) assert.notDeepEqual(wanted, upright)
    const { bytes } = await served(image_url)
    const { format, width, height, exif, xmp, icc } = await sharp(bytes).metadata()
    assert.deepEqual(
      [format, width, height, exif, xmp, icc],
      ['webp', 1024, 1024, undefined, undefined, undefined],
    )
    assert.equal(bytes.indexOf(secret), -1)
    for (const trace of ['EXIF', 'XMP ', 'Exif']) assert.equal(bytes.indexOf(trace), -1)
  }
})

rule('IMG-5', 'EXIF, XMP and the place where it was taken are gone', async (server) => {
  const user = await newUser(server)
  const jpeg = await picture()
    .withExif({
      IFD0: { Copyright: 'canary-copyright' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">canary-xmp</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  assert.ok(jpeg.includes('canary-copyright') && jpeg.includes('canary-xmp'), 'the file has nothing to lose')
  const { image_url } = await uploaded(server, user.id, jpeg)
  const { bytes } = await served(image_url)
  const { exif, xmp } = await sharp(bytes).metadata()
  assert.deepEqual([exif, xmp], [undefined, undefined])
  assert.ok(!bytes.includes('canary'))
})

rule('IMG-5', 'four colours, 16 bits, grey and extreme shapes come out right', async (server) => {
  const user = await newUser(server)
  const upright = ['red', 'green', 'blue', 'white']
  const cmyk = await picture().toColourspace('cmyk').jpeg().toBuffer()
  assert.equal((await sharp(cmyk).metadata()).space, 'cmyk')
  const deep = await picture().toColourspace('rgb16').png().toBuffer()
  assert.equal((await sharp(deep).metadata()).depth, 'ushort')
  const progressive = await picture().jpeg({ progressive: true }).toBuffer()
  const palette = await picture().png({ palette: true }).toBuffer()
  const lossy = await picture().ensureAlpha(0.9).webp().toBuffer()
  for (const bytes of [cmyk, deep, progressive, palette, lossy])
    assert.deepEqual(await quarters((await uploaded(server, user.id, bytes)).image_url), upright)
  const sizes = []
  for (const [width, height] of [
    [12_000, 10],
    [10, 12_000],
    [1, 1],
    [700, 500],
  ] as const) {
    const { image_url } = await uploaded(
      server,
      user.id,
      await picture(width, height).greyscale().png().toBuffer(),
    )
    const { width: side, height: same } = await sharp((await served(image_url)).bytes).metadata()
    assert.equal(side, same)
    sizes.push(side)
  }
  assert.deepEqual(sizes, [10, 10, 1, 500])
})

rule('IMG-5', 'of a moving picture the first frame stays', async (server) => {
  const user = await newUser(server)
  const frames = await Promise.all([
    picture(64, 64).raw().toBuffer(),
    picture(64, 64).negate().raw().toBuffer(),
  ])
  const moving = () =>
    sharp(Buffer.concat(frames), { raw: { width: 64, height: 128, channels: 3, pageHeight: 64 } })
  for (const bytes of [
    await moving()
      .gif({ loop: 0, delay: [90, 90] })
      .toBuffer(),
    await moving()
      .webp({ loop: 0, delay: [90, 90] })
      .toBuffer(),
  ]) {
    assert.equal((await sharp(bytes).metadata()).pages, 2)
    const { image_url } = await uploaded(server, user.id, bytes)
    assert.deepEqual(await quarters(image_url), ['red', 'green', 'blue', 'white'])
    assert.equal((await sharp((await served(image_url)).bytes).metadata()).pages, undefined)
  }
})

rule('IMG-7', 'a picture may be kept for ever, and cannot act as a page', async (server) => {
  const { image_url } = await uploaded(
    server,
    (await newUser(server)).id,
    await picture(900, 900).jpeg().toBuffer(),
  )
  const { status, headers } = await served(image_url)
  assert.equal(status, 200)
  assert.equal(headers.get('content-type'), 'image/webp')
  assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox")
  assert.equal(headers.get('content-disposition'), `inline; filename="${image_url.split('/').at(-1)}.webp"`)
})

rule(
  'IMG-7',
  'a width is answered with the next larger of four sizes; nonsense changes nothing',
  async (server) => {
    const { image_url } = await uploaded(
      server,
      (await newUser(server)).id,
      await picture(900, 900).jpeg().toBuffer(),
    )
    const sideFor = async (query: string) => {
      const { status, bytes } = await served(`${image_url}?${query}`)
      assert.equal(status, 200, query)
      return (await sharp(bytes).metadata()).width
    }
    const asked: [string, number][] = [
      ['width=64', 64],
      ['width=65', 128],
      ['width=160&height=160&fit=crop&quality=85', 256],
      ['height=300', 512],
      ['width=512', 512],
      ['width=513', 900],
      ['width=100000', 900],
      ['width=0', 900],
      ['width=-5', 900],
      ['width=1.5', 900],
      ['width=x', 900],
      ['%zz', 900],
      ['', 900],
    ]
    for (const [query, side] of asked) assert.equal(await sideFor(query), side, query)
  },
)

rule('IMG-7', 'an id that nobody has is 404 in the envelope', async (server) => {
  for (const id of [
    'img_000000000000000000000000000',
    'img_',
    'img_..%2f..%2fencryption-key',
    `img_${'a'.repeat(28)}`,
  ]) {
    const { status, bytes } = await served(`${server.url}/images/${id}`)
    assert.equal(status, 404, id)
    assert.equal(JSON.parse(bytes.toString()).errors[0].code, 'image_not_found')
  }
})
