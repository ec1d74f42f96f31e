import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { domain, owning, withDomains } from './given-domains.ts'
import { organization, recordOf } from './given-organizations.ts'

rule(
  'DOM-6',
  'ownership is confirmed by hand, once',
  async (server) => {
    const { id } = await organization(server)
    const one = await domain(server, id, { verified: false })
    server.clock.advance(5)
    const { status, body } = await owning(server, one)
    assert.equal(status, 200)
    assert.deepEqual(body.ownership_verification, {
      status: 'verified',
      strategy: 'manual_override',
      attempts: null,
      expire_at: null,
      verified_at: body.updated_at,
    })
    assert.equal(body.verification.strategy, 'admin')
    assert.ok(body.updated_at > one.updated_at)
    server.clock.advance(5)
    assert.deepEqual((await owning(server, one)).body, body)
    assert.deepEqual(
      (await recordOf(server, one.id)).map(([type]) => type),
      ['organizationDomain.created', 'organizationDomain.updated'],
    )
  },
  withDomains,
)
