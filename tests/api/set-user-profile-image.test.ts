import assert from 'node:assert/strict'
import { setUserProfileImage } from '#contract/users/set-user-profile-image.ts'
import { codeOf, fileOf, files, newUser, served, upload, uploaded } from '#tests/api/uploads.ts'
import { anyPicture, picture, pictureForm } from '#tests/images/pictures.ts'
import { rawRequest } from '#tests/raw-request.ts'
import { rule, scenarios } from '#tests/rules.ts'

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
