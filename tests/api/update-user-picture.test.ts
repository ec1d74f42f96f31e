import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const newUser = (server: TestServer) => server.create({ email_address: [address()] })
const upload = async (server: TestServer, id: string) =>
  (await server.request('POST', `/users/${id}/profile_image`, { form: pictureForm(anyPicture()) })).body
const choose = (server: TestServer, id: string, body: object) =>
  server.request('PATCH', `/users/${id}`, { body })
const idOf = (user: { image_url: string }) => user.image_url.split('/').at(-1)!
const statusOf = async (url: string) => (await fetch(url)).status

rule('UPD-10 UPD-15', 'the picture of another user can be chosen by its id', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const shown = await upload(server, ada.id)
  const own = await upload(server, eve.id)
  const { status, body } = await choose(server, eve.id, { profile_image_id: idOf(shown), first_name: 'Eve' })
  assert.equal(status, 200)
  assert.deepEqual([body.image_url, body.has_image, body.first_name], [shown.image_url, true, 'Eve'])
  assert.deepEqual((await server.events(eve.id)).at(-1)!.details.changed, ['first_name', 'profile_image_id'])
  // The one it had before is gone, and the chosen one outlives its first owner.
  assert.equal(await statusOf(own.image_url), 404)
  await server.request('DELETE', `/users/${ada.id}`)
  assert.equal(await statusOf(shown.image_url), 200)
  const again = await choose(server, eve.id, { profile_image_id: idOf(shown) })
  assert.deepEqual(again.body, body)
})

rule('UPD-10', 'a picture that nobody has any more cannot be chosen, and nothing changes', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const gone = await upload(server, ada.id)
  await server.request('DELETE', `/users/${ada.id}/profile_image`)
  for (const profile_image_id of [idOf(gone), 'img_', '../../encryption-key', 'x'.repeat(200)]) {
    const answer = await choose(server, eve.id, { profile_image_id, first_name: 'Eve' })
    refused(answer, 404, 'image_not_found profile_image_id')
  }
  assert.deepEqual((await server.request('GET', `/users/${eve.id}`)).body, eve)
})

rule('UPD-10', 'what is refused for another reason leaves the picture where it is', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const shown = await upload(server, ada.id)
  const body = { profile_image_id: idOf(shown), primary_email_address_id: 'idn_nobody' }
  refused(await choose(server, eve.id, body), 422, 'form_resource_not_found primary_email_address_id')
  assert.equal(await statusOf(shown.image_url), 200)
})
