import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { anyPicture, picture } from '#tests/images/pictures.ts'
import { rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import { type ClerkUser, type ClientScene, clientRule, refusalOf } from './clients.ts'

interface PictureApi {
  updateUserProfileImage(id: string, params: { file: Blob }): Promise<ClerkUser>
  deleteUserProfileImage(id: string): Promise<ClerkUser>
}

const picturesOf = ({ users }: ClientScene) => users as unknown as PictureApi
const blobOf = (bytes: Buffer, type = '') => new Blob([bytes as Uint8Array<ArrayBuffer>], { type })
const codesOf = async (call: Promise<unknown>) => {
  const { status, errors } = await refusalOf(call)
  return [status, ...errors.map(({ code }) => code)]
}

clientRule('IMG-1 IMG-3 IMD-1', 'uploads and removes a picture', async (scene) => {
  const pictures = picturesOf(scene)
  const { id, imageUrl } = await scene.users.createUser({ emailAddress: [address()] })
  for (const file of [
    blobOf(anyPicture(), 'image/png'),
    blobOf(await picture().jpeg().toBuffer()),
    new File([anyPicture() as Uint8Array<ArrayBuffer>], 'me.jpg', { type: 'image/jpeg' }),
  ]) {
    const user = await pictures.updateUserProfileImage(id, { file })
    assert.equal(user.hasImage, true)
    assert.match(user.imageUrl, /\/images\/img_/)
    assert.equal((await fetch(user.imageUrl)).status, 200)
  }
  const user = await pictures.deleteUserProfileImage(id)
  assert.deepEqual([user.hasImage, user.imageUrl], [false, imageUrl])
})

clientRule('IMG-1 IMG-3 IMD-2', 'reads what is refused', async (scene) => {
  const pictures = picturesOf(scene)
  const { id } = await scene.users.createUser({ emailAddress: [address()] })
  const upload = (file: Blob, userId = id) => codesOf(pictures.updateUserProfileImage(userId, { file }))
  assert.deepEqual(await upload(blobOf(Buffer.from('<svg/>'), 'image/png')), [400, 'request_body_invalid'])
  assert.deepEqual(await upload(blobOf(Buffer.alloc(11 * 1024 * 1024))), [413, 'image_too_large'])
  assert.deepEqual(await upload(blobOf(anyPicture()), 'user_nobody'), [404, 'resource_not_found'])
  assert.deepEqual(await codesOf(pictures.deleteUserProfileImage(id)), [404, 'image_not_found'])
})

/** The forms of other clients, byte for byte, about the file in their middle. */
const forms: Record<string, { head: string; tail: string; boundary: string }> = {
  'PHP, of its time and 0.7': {
    boundary: '5b1c2f8d7a',
    head: '--5b1c2f8d7a\r\nContent-Disposition: form-data; name="file"; filename="me.png"\r\nContent-Length: 70\r\nContent-Type: image/png\r\n\r\n',
    tail: '\r\n--5b1c2f8d7a--\r\n',
  },
  Go: {
    boundary: 'c0ffee',
    head: '--c0ffee\r\nContent-Disposition: form-data; name="file"; filename="profileImage"\r\nContent-Type: application/octet-stream\r\n\r\n',
    tail: '\r\n--c0ffee--\r\n',
  },
  'Ruby, with an old transfer encoding': {
    boundary: '-----------RubyMultipartPost-1',
    head: '-------------RubyMultipartPost-1\r\nContent-Disposition: form-data; name="file"; filename="me.png"\r\nContent-Length: 70\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n',
    tail: '\r\n-------------RubyMultipartPost-1--\r\n',
  },
  'a form with a preamble, spaces and unquoted names': {
    boundary: 'x y',
    head: 'nothing to see\r\n--x y \t\r\ncontent-disposition: form-data;name=file\r\n\r\n',
    tail: '\r\n--x y--\r\nepilogue',
  },
}

for (const [client, { head, tail, boundary }] of Object.entries(forms))
  rule('IMG-1 IMG-2', `the form of ${client} is read`, async (server) => {
    const { id } = await server.create({ email_address: [address()] })
    const send = (body: Buffer) =>
      rawRequest(server, {
        method: 'POST',
        target: `/v1/users/${id}/profile_image`,
        headers: {
          'content-type': `multipart/form-data; boundary="${boundary}"`,
          'content-length': String(body.length),
        },
        body,
      })
    const answer = await send(Buffer.concat([Buffer.from(head), anyPicture(), Buffer.from(tail)]))
    assert.equal(answer.status, 200, answer.text)
    const nothing = await send(Buffer.from(`--${boundary}--\r\n`))
    assert.deepEqual([nothing.status, nothing.body.errors[0].code], [400, 'form_param_missing'])
  })
