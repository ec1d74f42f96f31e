import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { domain, listedDomains, withDomains } from './given-domains.ts'
import { organization } from './given-organizations.ts'
import { refused } from './given-users.ts'

rule(
  'DOM-8',
  'pages of the domains of one organization',
  async (server) => {
    const { id, slug } = await organization(server)
    await domain(server, (await organization(server)).id)
    const made = []
    for (const verified of [true, false, true]) {
      made.push((await domain(server, id, { verified })).name)
      server.clock.advance(5)
    }
    const [first, second, third] = made
    const path = `/organizations/${id}/domains`
    assert.deepEqual(await listedDomains(server, path), [[third, second, first], 3])
    assert.deepEqual(await listedDomains(server, `/organizations/${slug}/domains`), [
      [third, second, first],
      3,
    ])
    assert.deepEqual(await listedDomains(server, `${path}?limit=1&offset=1`), [[second], 3])
    assert.deepEqual(await listedDomains(server, `${path}?verified=true`), [[third, first], 2])
    assert.deepEqual(await listedDomains(server, `${path}?verified=false`), [[second], 1])
    const all = [[third, second, first], 3]
    for (const query of [
      'manual_invitation',
      '-enterprise_sso',
      'manual_invitation,-automatic_invitation',
      '',
    ])
      assert.deepEqual(await listedDomains(server, `${path}?enrollment_mode=${query}`), all)
    for (const query of ['-manual_invitation', 'automatic_invitation,enterprise_sso'])
      assert.deepEqual(await listedDomains(server, `${path}?enrollment_mode=${query}`), [[], 0])
    for (const query of ['by_hand', 'manual_invitation,-by_hand'])
      refused(
        await server.request('GET', `${path}?enrollment_mode=${query}`),
        422,
        'form_param_value_invalid enrollment_mode',
      )
    refused(await server.request('GET', `${path}?verified=yes`), 422, 'form_param_value_invalid verified')
    refused(
      await server.request('GET', `${path}?${'enrollment_mode=manual_invitation&'.repeat(101)}`),
      422,
      'form_param_array_size_exceeded enrollment_mode',
    )
  },
  withDomains,
)
