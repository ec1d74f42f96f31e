import assert from 'node:assert/strict'
import { organization, readOrganization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const merge = (server: TestServer, id: string, body: unknown) =>
  server.request('PATCH', `/organizations/${id}/metadata`, { body })

rule('ORG-18 ORG-13', 'objects merge at every depth, and null removes a key', async (server) => {
  const made = await organization(server, {
    public_metadata: { plan: { seats: 2, trial: true }, tags: ['a'] },
    private_metadata: { kept: 1 },
  })
  server.clock.advance(1000)
  const patch = { plan: { trial: null, tier: { name: 'big' } }, tags: ['b'], absent: null }
  const { status, body } = await merge(server, made.id, { public_metadata: patch, private_metadata: null })
  assert.equal(status, 200)
  assert.deepEqual(body.public_metadata, { plan: { seats: 2, tier: { name: 'big' } }, tags: ['b'] })
  assert.deepEqual(body.private_metadata, { kept: 1 })
  assert.deepEqual(await readOrganization(server, made.id), body)
  for (const nothing of [{}, { public_metadata: {} }, { public_metadata: { plan: { seats: 2 } } }])
    assert.deepEqual((await merge(server, made.id, nothing)).body, body)
  assert.equal((await server.events(made.id)).length, 2)
})

rule('ORG-18', 'digits and order stay as they were written', async (server) => {
  const made = await organization(server)
  const rawBody = '{"private_metadata":{"n":12345678901234567890,"10":1.50,"2":[1,null]}}'
  const headers = { 'content-type': 'application/json' }
  const answer = await server.request('PATCH', `/organizations/${made.id}/metadata`, { rawBody, headers })
  assert.ok(answer.text.includes('"private_metadata":{"n":12345678901234567890,"10":1.50,"2":[1,null]}'))
})

rule('ORG-18 ORG-9', 'the bound holds for what comes of it', async (server) => {
  const made = await organization(server, { public_metadata: { a: 'x'.repeat(8000) } })
  const tooMuch = await merge(server, made.id, { public_metadata: { b: 'y'.repeat(200) } })
  refused(tooMuch, 422, 'form_param_exceeds_allowed_size public_metadata')
  const exchanged = await merge(server, made.id, { public_metadata: { a: null, b: 'y'.repeat(8000) } })
  assert.equal(exchanged.status, 200, exchanged.text)
})

rule('ORG-12 ORG-9', 'an unknown organization, and what is no metadata', async (server) => {
  refused(await merge(server, 'org_nobody', { public_metadata: {} }), 404, 'resource_not_found')
  const made = await organization(server)
  refused(
    await merge(server, made.id, { public_metadata: 1 }),
    422,
    'form_param_value_invalid public_metadata',
  )
  refused(await merge(server, made.id, { unsafe_metadata: {} }), 422, 'form_param_unknown unsafe_metadata')
})
