import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { record } from './given-roles.ts'
import { address, refused } from './given-users.ts'

const patch = (server: TestServer, body: object) =>
  server.request('PATCH', '/instance/restrictions', { body })

const none = {
  object: 'instance_restrictions',
  allowlist: false,
  blocklist: false,
  allowlist_blocklist_disabled_on_sign_in: false,
  block_email_subaddresses: false,
  block_disposable_email_domains: false,
}

rule(
  'OST-2 OST-8',
  'what is given changes, holds at once, and is recorded',
  async (server) => {
    assert.deepEqual((await patch(server, { allowlist: null })).body, none)
    const changes = { block_email_subaddresses: true, allowlist_blocklist_disabled_on_sign_in: true }
    assert.deepEqual((await patch(server, { ...changes, blocklist: null })).body, { ...none, ...changes })
    const environment = await fetch(`${server.url}/v1/environment`)
    assert.partialDeepStrictEqual((await environment.json()).user_settings.restrictions, {
      blocklist: { enabled: false },
      block_email_subaddresses: { enabled: true },
      allowlist_blocklist_disabled_on_sign_in: { enabled: true },
    })
    const tagged = address('plus').replace('@', '+tag@')
    const refusal = await server.request('POST', '/users', { body: { email_address: [tagged] } })
    refused(refusal, 403, 'not_allowed_access')
    assert.deepEqual((await patch(server, { block_email_subaddresses: false })).body, {
      ...none,
      allowlist_blocklist_disabled_on_sign_in: true,
    })
    await server.create({ email_address: [tagged] })
    const { id } = (await server.request('GET', '/instance')).body
    assert.deepEqual(await record(server, id), [
      [
        'instance.settings.updated',
        {
          changed: [
            'restrictions.block_email_subaddresses.enabled',
            'restrictions.allowlist_blocklist_disabled_on_sign_in',
          ],
        },
      ],
      ['instance.settings.updated', { changed: ['restrictions.block_email_subaddresses.enabled'] }],
    ])
    refused(await patch(server, { blocklist: 1 }), 422, 'form_param_type_invalid blocklist')
  },
  { fresh: true },
)

rule(
  'OST-3',
  'what the settings file gives cannot be changed, the rest can',
  async (server) => {
    refused(
      await patch(server, { blocklist: false, block_disposable_email_domains: true, allowlist: true }),
      422,
      'form_param_value_invalid blocklist',
      'form_param_value_invalid block_disposable_email_domains',
    )
    const same = { blocklist: true, block_disposable_email_domains: false, block_email_subaddresses: true }
    assert.deepEqual((await patch(server, same)).body, { ...none, ...same })
  },
  {
    settings: {
      restrictions: { blocklist: { enabled: true }, block_disposable_email_domains: { enabled: false } },
    },
  },
)

rule(
  'OST-4',
  'a change holds in every process at once, and after a start',
  async (server) => {
    const other = await spawnBartleby({ database: server.database })
    const headers = { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' }
    const settings = async () =>
      (await fetch(`${other.url}/v1/instance/organization_settings`, { headers })).json()
    try {
      for (const max_allowed_memberships of [4, 5, 6]) {
        await server.request('PATCH', '/instance/organization_settings', {
          body: { max_allowed_memberships },
        })
        assert.equal((await settings()).max_allowed_memberships, max_allowed_memberships)
      }
      await patch(server, { block_email_subaddresses: true })
      const tagged = address('plus').replace('@', '+tag@')
      const body = JSON.stringify({ email_address: [tagged] })
      const refusal = await fetch(`${other.url}/v1/users`, { method: 'POST', headers, body })
      assert.equal(refusal.status, 403)
    } finally {
      other.kill()
      await other.exited
    }
  },
  { fresh: true },
)
