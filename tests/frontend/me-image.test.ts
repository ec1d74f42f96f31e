import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import { forMe, type Me, me } from './me.ts'

const upload = (one: Me, rawBody: FormData | string, headers: Record<string, string> = {}) =>
  one.call('POST', '/profile_image', undefined, { rawBody, headers })
const octets = { 'content-type': 'application/octet-stream' }

rule(
  'MIM-1 MIM-2',
  'a picture comes as a form or as base64 text, and goes again',
  async (server) => {
    const ada = await me(server)
    refused(await ada.call('DELETE', '/profile_image'), 404, 'image_not_found')
    const text = anyPicture().toString('base64')
    for (const [body, headers] of [
      [pictureForm(anyPicture()), {}],
      [text, octets],
      [`data:image/png;base64,${anyPicture().toString('base64')}`, octets],
    ] as const) {
      const answer = await upload(ada, body, headers)
      assert.equal(answer.status, 200, answer.text)
      const { id, public_url } = answer.body.response
      const { user } = answer.body.client.sessions[0]
      assert.deepEqual([user.has_image, user.image_url], [true, public_url])
      assert.ok(public_url.endsWith(id))
      assert.equal((await fetch(public_url)).headers.get('content-type'), 'image/webp')
    }
    const { image_url } = await ada.done('GET', '')
    const deleted = await ada.done('DELETE', '/profile_image')
    assert.deepEqual(deleted, { object: 'image', id: image_url.split('/').at(-1), deleted: true })
    assert.equal((await ada.done('GET', '')).has_image, false)
    assert.equal((await fetch(image_url)).status, 404)
    const event = (await server.events(ada.user.id)).at(-1)!
    assert.equal(event.actor, `user:${ada.user.id}`)
  },
  forMe(),
)

rule(
  'MIM-1',
  'what is no picture is refused',
  async (server) => {
    const ada = await me(server)
    const form = pictureForm(anyPicture())
    form.append('user_id', 'user_x')
    const twice = pictureForm(anyPicture())
    twice.append('file', new Blob([anyPicture() as Uint8Array<ArrayBuffer>]), 'b')
    const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
    const large = Buffer.alloc(10 * 1024 * 1024 + 1)
    for (const [answer, status, code] of [
      [await upload(ada, pictureForm(Buffer.from('<svg></svg>'))), 400, 'request_body_invalid'],
      [await upload(ada, pictureForm(anyPicture().subarray(0, 40))), 400, 'request_body_invalid'],
      [await upload(ada, 'no form at all', boundary), 400, 'request_body_invalid'],
      [await upload(ada, pictureForm(anyPicture(), { field: 'other' })), 400, 'form_param_missing file'],
      [await upload(ada, '', octets), 400, 'form_param_missing file'],
      [await upload(ada, form), 422, 'form_param_unknown user_id'],
      [await upload(ada, twice), 422, 'form_param_duplicate file'],
      [await upload(ada, '{}', { 'content-type': 'application/json' }), 415, 'unsupported_content_type'],
      [await upload(ada, 'AAAA', { ...octets, 'content-encoding': 'gzip' }), 415, 'unsupported_content_type'],
      [await upload(ada, pictureForm(large)), 413, 'image_too_large'],
      [await upload(ada, large.toString('base64'), octets), 413, 'image_too_large'],
    ] as const)
      refused(answer, status, code)
    assert.equal((await ada.done('GET', '')).has_image, false)
  },
  forMe(),
)

rule(
  'MIM-3',
  'nothing is decoded for strangers',
  async (server) => {
    const ada = await me(server)
    const decodes = server.decodes()
    const stranger = { origin: 'https://evil.example' }
    refused(await upload(ada, pictureForm(anyPicture()), stranger), 400, 'origin_invalid')
    refused(
      await upload(ada, pictureForm(anyPicture()), { cookie: '__client=nobody' }),
      401,
      'authentication_invalid',
    )
    const other = await ada.browser.visit('POST', '/me/profile_image', undefined, {
      rawBody: pictureForm(anyPicture()),
      query: { _clerk_session_id: 'sess_nobody' },
    })
    refused(other, 401, 'authentication_invalid')
    assert.equal(server.decodes(), decodes)
    assert.equal((await ada.done('GET', '')).has_image, false)
  },
  forMe(),
)
