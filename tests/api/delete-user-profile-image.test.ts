import assert from 'node:assert/strict'
import { deleteUserProfileImage } from '#contract/users/delete-user-profile-image.ts'
import { address } from '#tests/api/given-users.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule, scenarios } from '#tests/rules.ts'

rule('IMD-1', 'the picture goes, and a drawn one takes its place', async (server) => {
  const user = await server.create({ email_address: [address()], first_name: 'Ada' })
  const path = `/users/${user.id}/profile_image`
  const shown = (await server.request('POST', path, { form: pictureForm(anyPicture()) })).body
  const { status, body } = await server.request('DELETE', path)
  assert.equal(status, 200)
  const { updated_at, ...rest } = body
  assert.ok(updated_at > shown.updated_at)
  assert.partialDeepStrictEqual(user, rest)
  assert.equal(body.has_image, false)
  assert.equal(body.image_url, user.image_url)
  assert.equal((await fetch(body.image_url)).headers.get('content-type'), 'image/svg+xml')
  assert.equal((await fetch(shown.image_url)).status, 404)
  const last = (await server.events(user.id)).at(-1)!
  assert.deepEqual(last.details, { changed: ['profile_image_id'], action: 'user.profile_image.deleted' })
})

rule('IMD-2', 'of removals at once one finds the picture', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const path = `/users/${user.id}/profile_image`
  await server.request('POST', path, { form: pictureForm(anyPicture()) })
  const answers = await Promise.all([1, 2, 3].map(() => server.request('DELETE', path)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404])
})

scenarios(deleteUserProfileImage, [
  {
    rule: 'IMD-2',
    name: 'a user without a picture has none to remove',
    given: [{ username: 'imd_two' }],
    status: 404,
    code: 'image_not_found',
  },
  {
    rule: 'IMD-2 ERR-9',
    name: 'an unknown user is told first',
    user_id: 'user_nobody',
    status: 404,
    code: 'resource_not_found',
  },
])
