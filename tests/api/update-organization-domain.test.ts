import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { changing, domain, domainName, owning, withDomains } from './given-domains.ts'
import { organization, recordOf } from './given-organizations.ts'

rule(
  'DOM-5',
  'what is no longer verified is free, and ownership goes along',
  async (server) => {
    const { id } = await organization(server)
    const name = domainName()
    const one = await domain(server, id, { name })
    assert.equal((await owning(server, one)).status, 200)
    server.clock.advance(5)
    const { body: freed } = await changing(server, one, { verified: false })
    assert.deepEqual([freed.verification, freed.ownership_verification], [null, null])
    assert.ok(freed.updated_at > one.updated_at)
    await domain(server, (await organization(server)).id, { name })
    assert.deepEqual((await recordOf(server, one.id)).at(-1), [
      'organizationDomain.updated',
      { organization_id: id, changed: ['verified_at', 'ownership_verified_at'] },
    ])
  },
  withDomains,
)

rule(
  'DOM-5',
  'a change of nothing writes nothing',
  async (server) => {
    const { id } = await organization(server)
    const one = await domain(server, id)
    server.clock.advance(5)
    const nothings = [{}, { verified: true }, { verified: null, enrollment_mode: 'manual_invitation' }]
    for (const body of nothings) assert.deepEqual((await changing(server, one, body)).body, one)
    assert.equal((await recordOf(server, one.id)).length, 1)
  },
  withDomains,
)
