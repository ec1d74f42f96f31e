import assert from 'node:assert/strict'
import { organization, readOrganization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const replace = (server: TestServer, id: string, body: unknown) =>
  server.request('PUT', `/organizations/${id}/metadata`, { body })

rule('ORG-19', 'given fields are replaced whole, the others stay; null clears', async (server) => {
  const made = await organization(server, {
    public_metadata: { plan: { seats: 2 } },
    private_metadata: { kept: 1 },
  })
  const one = await replace(server, made.id, { public_metadata: { plan: { trial: null } } })
  assert.deepEqual(
    [one.body.public_metadata, one.body.private_metadata],
    [{ plan: { trial: null } }, { kept: 1 }],
  )
  const both = await replace(server, made.id, { public_metadata: null, private_metadata: null })
  assert.deepEqual([both.body.public_metadata, both.body.private_metadata], [{}, {}])
  assert.deepEqual(await readOrganization(server, made.id), both.body)
  assert.deepEqual((await replace(server, made.id, {})).body, both.body)
  assert.equal((await server.events(made.id)).length, 3)
})

rule('ORG-19 ORG-9', 'bounds, shapes and unknown organizations', async (server) => {
  const made = await organization(server)
  const large = { private_metadata: { a: 'x'.repeat(8185) } }
  refused(await replace(server, made.id, large), 422, 'form_param_exceeds_allowed_size private_metadata')
  refused(
    await replace(server, made.id, { private_metadata: 'a' }),
    422,
    'form_param_value_invalid private_metadata',
  )
  refused(await replace(server, 'org_nobody', {}), 404, 'resource_not_found')
})
