import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { adding, changing, domain, domainName, owning, removing, withDomains } from './given-domains.ts'
import { organization, recordOf } from './given-organizations.ts'
import { refused } from './given-users.ts'

const affiliation = {
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
  verified_at: null,
}

rule(
  'DOM-1',
  'a domain is verified by the word of the backend',
  async (server) => {
    const team = await organization(server)
    const typed = `Büro-${domainName('x')}`
    const { id, created_at, updated_at, ...rest } = await domain(server, team.id, { name: typed })
    assert.match(id, /^orgdmn_\w{27}$/)
    assert.equal(created_at, updated_at)
    const name = new URL(`http://${typed}`).hostname
    assert.match(name, /^xn--/)
    const { image_url, has_image, slug } = team
    assert.deepEqual(rest, {
      object: 'organization_domain',
      organization_id: team.id,
      name,
      enrollment_mode: 'manual_invitation',
      affiliation_email_address: null,
      affiliation_verification: affiliation,
      ownership_verification: null,
      verification: affiliation,
      total_pending_invitations: 0,
      total_pending_suggestions: 0,
      public_organization_data: { id: team.id, name: team.name, slug, image_url, has_image },
    })
    assert.deepEqual(await recordOf(server, id), [
      ['organizationDomain.created', { organization_id: team.id, name, verified: true }],
    ])
    const loose = await domain(server, team.id, { verified: false })
    assert.deepEqual([loose.affiliation_verification, loose.verification], [null, null])
    assert.deepEqual((await domain(server, team.id, { verified: null })).verification, affiliation)
  },
  withDomains,
)

rule(
  'DOM-2',
  'verified in one organization, and once in each',
  async (server) => {
    const [one, other] = [(await organization(server)).id, (await organization(server)).id]
    const name = domainName()
    const loose = await domain(server, one, { name, verified: false })
    refused(
      await adding(server, one, { name: name.toUpperCase() }),
      400,
      'organization_domain_already_exists',
    )
    const taken = await domain(server, other, { name })
    refused(await changing(server, loose, { verified: true }), 400, 'organization_domain_already_exists')
    refused(await owning(server, loose), 400, 'organization_domain_already_exists')
    const third = (await organization(server)).id
    refused(await adding(server, third, { name }), 400, 'organization_domain_already_exists')
    await domain(server, third, { name, verified: false })
    assert.equal((await removing(server, taken)).status, 200)
    assert.equal((await changing(server, loose, { verified: true })).status, 200)
  },
  withDomains,
)

rule(
  'DOM-2',
  'of sixteen organizations that claim a domain at once, one gets it',
  async (server) => {
    const name = domainName()
    const teams = await Promise.all(Array.from({ length: 16 }, () => organization(server)))
    const answers = await Promise.all(teams.map(({ id }) => adding(server, id, { name })))
    const lost = answers.filter(({ status }) => status !== 200)
    assert.equal(lost.length, 15)
    for (const answer of lost) refused(answer, 400, 'organization_domain_already_exists')
  },
  withDomains,
)

rule(
  'DOM-3',
  'one mode is offered, and a name is a domain',
  async (server) => {
    const { id } = await organization(server)
    const one = await domain(server, id)
    for (const enrollment_mode of ['automatic_invitation', 'automatic_suggestion', 'enterprise_sso'])
      for (const answer of [
        await adding(server, id, { enrollment_mode }),
        await changing(server, one, { enrollment_mode }),
      ])
        refused(answer, 403, 'organization_domain_enrollment_mode_not_enabled')
    for (const answer of [
      await adding(server, id, { enrollment_mode: 'by_hand' }),
      await changing(server, one, { enrollment_mode: 'by_hand' }),
    ])
      refused(answer, 422, 'form_param_value_invalid enrollment_mode')
    const names = [
      'example',
      'a b.com',
      '-a.com',
      '10.0.0.1',
      'ada@example.com',
      'a..com',
      `${'a.'.repeat(130)}com`,
    ]
    for (const name of names)
      refused(await adding(server, id, { name }), 422, 'form_param_format_invalid name')
    refused(await adding(server, id, { name: '' }), 422, 'form_param_nil name')
    const nothing = await server.request('POST', `/organizations/${id}/domains`, { body: {} })
    refused(nothing, 422, 'form_param_missing name', 'form_param_missing enrollment_mode')
  },
  withDomains,
)

rule('DOM-4', 'domains are off unless the instance has them', async (server) => {
  const { id } = await organization(server)
  const one = { id: 'orgdmn_any', organization_id: id }
  const answers = [
    await adding(server, id),
    await changing(server, one, { verified: true }),
    await removing(server, one),
    await owning(server, one),
    await server.request('GET', `/organizations/${id}/domains`),
    await server.request('GET', '/organization_domains'),
  ]
  for (const answer of answers) refused(answer, 403, 'organization_domains_not_enabled')
})

rule(
  'DOM-4',
  'without organizations there are no domains',
  async (server) => {
    const one = { id: 'orgdmn_any', organization_id: 'org_any' }
    const answers = [
      await adding(server, 'org_any'),
      await changing(server, one, { verified: true }),
      await removing(server, one),
      await owning(server, one),
      await server.request('GET', '/organizations/org_any/domains'),
      await server.request('GET', '/organization_domains'),
    ]
    for (const answer of answers) refused(answer, 403, 'organization_not_enabled_in_instance')
  },
  { settings: { organizations: { enabled: false, domains_enabled: true } } },
)

rule(
  'DOM-4',
  'what is not there, or elsewhere, is unknown',
  async (server) => {
    const { id } = await organization(server)
    const elsewhere = { ...(await domain(server, id)), organization_id: (await organization(server)).id }
    const lost = [
      elsewhere,
      { id: 'orgdmn_nobody', organization_id: id },
      { id: 'a%00b', organization_id: id },
      { id: elsewhere.id, organization_id: 'org_nobody' },
    ]
    for (const one of lost) {
      refused(await changing(server, one, { verified: false }), 404, 'resource_not_found')
      refused(await removing(server, one), 404, 'resource_not_found')
      refused(await owning(server, one), 404, 'resource_not_found')
    }
    refused(await adding(server, 'org_nobody'), 404, 'resource_not_found')
    refused(await server.request('GET', '/organizations/org_nobody/domains'), 404, 'resource_not_found')
  },
  withDomains,
)
