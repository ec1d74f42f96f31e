import assert from 'node:assert/strict'
import { organization, readOrganization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { files } from '#tests/api/uploads.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'

rule('OLO-4 OLO-3', 'a logo is removed once, and a drawn one stands in', async (server) => {
  const made = await organization(server)
  const path = `/organizations/${made.id}/logo`
  refused(await server.request('DELETE', path), 404, 'image_not_found')
  const before = await files(server)
  const form = pictureForm(anyPicture())
  assert.equal((await server.request('PUT', path, { form })).status, 200)
  const { status, body } = await server.request('DELETE', path)
  assert.equal(status, 200)
  assert.deepEqual({ ...body, updated_at: 0 }, { ...made, updated_at: 0 })
  assert.deepEqual(await readOrganization(server, made.id), body)
  assert.deepEqual(await files(server), before)
  refused(await server.request('DELETE', path), 404, 'image_not_found')
  refused(await server.request('DELETE', '/organizations/org_nobody/logo'), 404, 'resource_not_found')
})
