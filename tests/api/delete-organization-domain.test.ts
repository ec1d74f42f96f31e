import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { domain, domainName, listedDomains, removing, withDomains } from './given-domains.ts'
import { organization, recordOf } from './given-organizations.ts'
import { refused } from './given-users.ts'

rule(
  'DOM-7',
  'a domain is removed, and an organization takes its domains along',
  async (server) => {
    const { id } = await organization(server)
    const one = await domain(server, id)
    const { body } = await removing(server, one)
    assert.deepEqual(body, { object: 'organization_domain', id: one.id, deleted: true })
    assert.deepEqual((await recordOf(server, one.id)).at(-1), [
      'organizationDomain.deleted',
      { organization_id: id, name: one.name },
    ])
    refused(await removing(server, one), 404, 'resource_not_found')
    const name = domainName()
    await domain(server, id, { name })
    assert.equal((await server.request('DELETE', `/organizations/${id}`)).status, 200)
    assert.deepEqual(await listedDomains(server, `/organization_domains?domains=${name}`), [[], 0])
    await domain(server, (await organization(server)).id, { name })
  },
  withDomains,
)
