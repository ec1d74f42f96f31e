import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bartleby } from '#sdk/client.ts'
import { NotFoundError, ValidationError } from '#sdk/errors.ts'
import type { FileContent } from '#sdk/upload.ts'
import { anyPicture } from '#tests/images/pictures.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

onServers('a picture is uploaded from bytes, a Blob and a File, and removed', async ({ users }) => {
  const { id } = await users.create({ emailAddress: ['ada@example.com'] })
  const bytes = anyPicture()
  const copy = new Uint8Array(bytes)
  const files: FileContent[] = [bytes, copy, new Blob([copy]), new File([copy], 'me.png')]
  const urls = new Set<string>()
  for (const file of files) {
    const user = await users.setProfileImage(id, { file })
    assert.equal(user.hasImage, true)
    urls.add(user.imageUrl)
  }
  assert.equal(urls.size, 1, 'the same bytes are the same picture')
  assert.equal((await users.deleteProfileImage(id)).hasImage, false)
  await assert.rejects(users.setProfileImage(id, { file: Buffer.from('nothing') }), ValidationError)
})

onServers('a logo is uploaded with the name of its uploader', async ({ users, organizations }) => {
  const uploader = await users.create({ emailAddress: ['eve@example.com'] })
  const { id } = await organizations.create({ name: 'Acme' })
  const file = anyPicture()
  const shown = await organizations.setLogo(id, { uploaderUserId: uploader.id, file })
  assert.deepEqual([shown.hasImage, shown.logoUrl], [true, shown.imageUrl])
  await assert.rejects(organizations.setLogo(id, { uploaderUserId: 'user_nobody', file }), NotFoundError)
  await assert.rejects(organizations.setLogo(id, { uploaderUserId: 7 as never, file }), /must be a string/)
  assert.equal((await organizations.deleteLogo(id)).hasImage, false)
})

test('what is no file is refused before anything is sent', async () => {
  const fetch = () => assert.fail('it was sent')
  const { users } = new Bartleby({ secretKey: 'sk_test_x', fetch })
  for (const file of ['me.png', null, undefined, {}, 7])
    await assert.rejects(
      users.setProfileImage('user_1', { file: file as never }),
      /file must be a File, a Blob or a Uint8Array/,
    )
})
