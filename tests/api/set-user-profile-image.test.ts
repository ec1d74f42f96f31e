import assert from 'node:assert/strict'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { setUserProfileImage } from '#contract/users/set-user-profile-image.ts'
import { address } from '#tests/api/given-users.ts'
import { jpegSegment, jpegWith } from '#tests/images/builders.ts'
import { anyPicture, corners, picture, pictureForm } from '#tests/images/pictures.ts'
import { rawRequest } from '#tests/raw-request.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const newUser = (server: TestServer) => server.create({ email_address: [address()], first_name: 'Ada' })
const upload = (server: TestServer, id: string, form: FormData) =>
  server.request('POST', `/users/${id}/profile_image`, { form })
const files = async (server: TestServer) =>
  (await readdir(join(server.database.data, 'images')).catch(() => [])).sort()
const fileOf = (user: Answer['body']) => `${user.image_url.split('/').at(-1)}.webp`
const codeOf = ({ body }: Answer) => body.errors[0].code

async function uploaded(server: TestServer, id: string, bytes: Uint8Array): Promise<Answer['body']> {
  const answer = await upload(server, id, pictureForm(bytes))
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

async function served(url: string) {
  const response = await fetch(url)
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

rule('IMG-1 IMG-3', 'four formats are taken, whatever name and type are declared', async (server) => {
  const user = await newUser(server)
  for (const format of ['jpeg', 'png', 'gif', 'webp'] as const) {
    const bytes = await picture()[format]().toBuffer()
    for (const declared of [
      {},
      { name: 'me.pdf', type: 'application/pdf' },
      { name: '../../etc/passwd', type: 'text/html' },
      { name: `${'x'.repeat(10_000)}\r\nSet-Cookie: a=b`, type: 'image/svg+xml' },
    ]) {
      const answer = await upload(server, user.id, pictureForm(bytes, declared))
      assert.equal(answer.status, 200, `${format} ${JSON.stringify(declared)} ${answer.text}`)
      assert.equal(answer.body.has_image, true)
    }
  }
})

rule(
  'IMG-3 IMG-4',
  'the answer is the user with the new address; a second upload replaces',
  async (server) => {
    const user = await newUser(server)
    const first = await uploaded(server, user.id, anyPicture())
    const { image_url, profile_image_url, has_image, updated_at, ...rest } = first
    assert.match(image_url, new RegExp(`^${server.url}/images/img_[0-9A-Za-z]{27}$`))
    assert.equal(profile_image_url, image_url)
    assert.equal(has_image, true)
    assert.ok(updated_at > user.updated_at)
    assert.partialDeepStrictEqual(user, rest)
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, first)
    const second = await uploaded(server, user.id, anyPicture())
    assert.notEqual(second.image_url, image_url)
    assert.equal((await served(image_url)).status, 404)
    assert.equal((await served(second.image_url)).status, 200)
    assert.ok(!(await files(server)).includes(fileOf(first)))
    const events = await server.events(user.id)
    const change = { changed: ['profile_image_id'], action: 'user.profile_image.updated' }
    assert.deepEqual(
      events.map(({ type, details }) => (type === 'user.created' ? type : details)),
      ['user.created', change, change],
    )
  },
)

rule('IMG-4', 'the same picture once more changes nothing', async (server) => {
  const user = await newUser(server)
  const bytes = anyPicture()
  const first = await uploaded(server, user.id, bytes)
  assert.deepEqual(await uploaded(server, user.id, bytes), first)
  assert.equal((await server.events(user.id)).length, 2)
  assert.equal((await served(first.image_url)).status, 200)
})

rule('IMG-1', 'other formats and broken pictures are refused, and change nothing', async (server) => {
  const user = await newUser(server)
  const whole = await picture().png().toBuffer()
  const decodes = server.decodes()
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    await picture(64, 64).tiff().toBuffer(),
    whole.subarray(0, 600),
  ]) {
    const answer = await upload(server, user.id, pictureForm(bytes, { name: 'me.png', type: 'image/png' }))
    assert.equal(answer.status, 400)
    assert.equal(codeOf(answer), 'request_body_invalid')
  }
  assert.equal(server.decodes(), decodes)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

const mebibyte = 1024 * 1024
/** A PNG padded to a length by a chunk that is dropped. */
function pngOfLength(length: number): Buffer {
  const png = anyPicture()
  const padding = Buffer.alloc(length - png.length)
  // After the end of the picture, where a decoder does not look.
  return Buffer.concat([png, padding])
}

rule('IMG-1', 'up to 10 MB are taken, and not a byte more', async (server) => {
  const user = await newUser(server)
  await uploaded(server, user.id, pngOfLength(10 * mebibyte))
  for (const length of [10 * mebibyte + 1, 11 * mebibyte, 24 * mebibyte]) {
    const answer = await upload(server, user.id, pictureForm(pngOfLength(length)))
    assert.equal(answer.status, 413, String(length))
    assert.equal(codeOf(answer), 'image_too_large')
  }
})

rule('IMG-1', 'a body that never says how long it is ends at the same bound', async (server) => {
  const user = await newUser(server)
  let sent = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 0)
        controller.enqueue(Buffer.from('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n'))
      sent += mebibyte
      if (sent > 40 * mebibyte) controller.close()
      else controller.enqueue(new Uint8Array(mebibyte))
    },
  })
  const response = await fetch(`${server.url}/v1/users/${user.id}/profile_image`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.secretKey}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    body: stream,
    duplex: 'half',
  } as RequestInit)
  assert.equal(response.status, 413)
  // The server is in order afterwards, on the same connection or another.
  assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
})

rule('IMG-1', 'the length that is announced is refused before a byte is sent', async (server) => {
  const user = await newUser(server)
  const answer = await rawRequest(server, {
    method: 'POST',
    target: `/v1/users/${user.id}/profile_image`,
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(20 * mebibyte) },
  })
  assert.equal(answer.status, 413)
  assert.equal(codeOf(answer), 'image_too_large')
})

rule('IMG-2', 'a form without the file is refused', async (server) => {
  const user = await newUser(server)
  const other = new FormData()
  other.append('avatar', new Blob([anyPicture() as Uint8Array<ArrayBuffer>]), 'me.png')
  const send = (rawBody: string) =>
    server.request('POST', `/users/${user.id}/profile_image`, {
      rawBody,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
  const named = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n--x--`
  for (const answer of [
    await upload(server, user.id, other),
    await upload(server, user.id, new FormData()),
    await send('--x--\r\n'),
    await send(''),
    await send(named('FILE')),
  ]) {
    assert.equal(answer.status, 400, answer.text)
    const [error] = answer.body.errors
    assert.equal(error.code, 'form_param_missing')
    assert.equal(error.message, 'Image file missing')
    assert.deepEqual(error.meta, { param_name: 'file' })
  }
})

rule('IMG-2', 'what is no multipart form is 415', async (server) => {
  const user = await newUser(server)
  const rawBody = await picture().jpeg().toBuffer()
  for (const type of [
    'image/jpeg',
    'application/json',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/mixed; boundary=x',
    'no type',
  ]) {
    const answer = await server.request('POST', `/users/${user.id}/profile_image`, {
      rawBody,
      headers: { 'content-type': type },
    })
    assert.equal(answer.status, 415, type)
    assert.equal(codeOf(answer), 'unsupported_content_type')
  }
  const packed = { 'content-type': 'multipart/form-data; boundary=x', 'content-encoding': 'gzip' }
  assert.equal(
    (await server.request('POST', `/users/${user.id}/profile_image`, { rawBody, headers: packed })).status,
    415,
  )
  assert.equal((await server.request('POST', `/users/${user.id}/profile_image`)).status, 415)
})

rule('IMG-2', 'a broken form is refused', async (server) => {
  const user = await newUser(server)
  const part = 'Content-Disposition: form-data; name="file"\r\n\r\nabc'
  const bodies = [
    'nothing',
    `--y\r\n${part}\r\n--y--`,
    `--x\r\n${part}`,
    `--x\r\nno headers`,
    `--x\r\n\r\nabc\r\n--x--`,
    `--xx\r\n${part}\r\n--x--`,
  ]
  for (const rawBody of bodies) {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await server.request('POST', `/users/${user.id}/profile_image`, { rawBody, headers })
    assert.equal(answer.status, 400, rawBody)
    assert.equal(codeOf(answer), 'request_body_invalid', rawBody)
  }
  const headers = { 'content-type': 'multipart/form-data' }
  const answer = await server.request('POST', `/users/${user.id}/profile_image`, {
    rawBody: bodies[1]!,
    headers,
  })
  assert.equal(answer.status, 400)
})

rule('IMG-2', 'other parts and a second file are refused', async (server) => {
  const user = await newUser(server)
  const form = pictureForm(anyPicture())
  form.append('file', 'again')
  form.append('role', 'admin')
  const answer = await upload(server, user.id, form)
  assert.equal(answer.status, 422)
  assert.deepEqual(
    answer.body.errors.map((error: { code: string; meta: { param_name: string } }) => [
      error.code,
      error.meta.param_name,
    ]),
    [
      ['form_param_unknown', 'role'],
      ['form_param_duplicate', 'file'],
    ],
  )
})

scenarios(setUserProfileImage, [
  {
    rule: 'IMG-2',
    name: 'without a key nothing of a form is read',
    given: [{ username: 'img_nobodys_key' }],
    headers: { authorization: 'Bearer sk_test_wrong', 'content-type': 'multipart/form-data; boundary=x' },
    status: 401,
    code: 'clerk_key_invalid',
  },
])

rule('IMG-3 ERR-9', 'nothing is decoded for an unknown user', async (server) => {
  const decodes = server.decodes()
  const before = await files(server)
  const answer = await upload(server, 'user_nobody', pictureForm(anyPicture()))
  assert.equal(answer.status, 404)
  assert.equal(codeOf(answer), 'resource_not_found')
  assert.equal(server.decodes(), decodes)
  assert.deepEqual(await files(server), before)
})

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

rule('IMG-8', 'uploads at once leave one file, that of the picture which is shown', async (server) => {
  for (let round = 0; round < 3; round++) {
    const user = await newUser(server)
    const before = await files(server)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => upload(server, user.id, pictureForm(anyPicture()))),
    )
    for (const answer of answers) assert.equal(answer.status, 200, answer.text)
    const { body } = await server.request('GET', `/users/${user.id}`)
    assert.deepEqual(
      (await files(server)).filter((name) => !before.includes(name)),
      [fileOf(body)],
    )
  }
})

rule('IMG-8', 'a picture that two users have stays until the last one lets go', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const bytes = anyPicture()
  const { image_url } = await uploaded(server, ada.id, bytes)
  assert.equal((await uploaded(server, eve.id, bytes)).image_url, image_url)
  await uploaded(server, ada.id, anyPicture())
  assert.equal((await served(image_url)).status, 200)
  assert.equal((await server.request('DELETE', `/users/${eve.id}`)).status, 200)
  assert.equal((await served(image_url)).status, 404)
})

rule('IMG-8', 'one user takes a picture while another lets it go: it is there', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const bytes = anyPicture()
  for (let round = 0; round < 15; round++) {
    await uploaded(server, ada.id, bytes)
    const [taken] = await Promise.all([
      uploaded(server, eve.id, bytes),
      server.request('DELETE', `/users/${ada.id}/profile_image`),
    ])
    assert.equal((await served(taken.image_url)).status, 200, `round ${round}`)
    await server.request('DELETE', `/users/${eve.id}/profile_image`)
    assert.equal((await served(taken.image_url)).status, 404, `round ${round}`)
  }
})

rule('IMG-8', 'a deleted user leaves no picture', async (server) => {
  const user = await newUser(server)
  const shown = await uploaded(server, user.id, anyPicture())
  assert.ok((await files(server)).includes(fileOf(shown)))
  assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
  assert.ok(!(await files(server)).includes(fileOf(shown)))
  assert.equal((await served(shown.image_url)).status, 404)
})

rule(
  'IMG-8',
  'a folder that cannot be written is 503, and the user keeps the picture',
  async (server) => {
    const user = await newUser(server)
    const folder = join(server.database.data, 'images')
    await writeFile(folder, 'a file where the folder should be')
    await utimes(folder, new Date(), new Date())
    const answer = await upload(server, user.id, pictureForm(anyPicture()))
    assert.equal(answer.status, 503, answer.text)
    assert.equal(codeOf(answer), 'service_unavailable')
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  },
  { fresh: true },
)
