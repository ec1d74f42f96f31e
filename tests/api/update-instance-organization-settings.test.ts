import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { membershipRows, organization } from './given-organizations.ts'
import { byKey, givenRole, notEnabled, patchSettings, readSettings, record } from './given-roles.ts'
import { address, refused } from './given-users.ts'

rule(
  'OST-6 OST-8',
  'what is given changes, holds at once, and is recorded',
  async (server) => {
    const before = await readSettings(server)
    const changes = {
      max_allowed_memberships: 3,
      admin_delete_enabled: false,
      slug_disabled: true,
      domains_enabled: true,
    }
    const { body } = await patchSettings(server, {
      ...changes,
      enabled: null,
      domains_enrollment_modes: ['manual_invitation'],
    })
    assert.deepEqual(body, { ...before, ...changes })
    assert.deepEqual(await readSettings(server), body)
    const { max_allowed_memberships, admin_delete_enabled } = await organization(server)
    assert.deepEqual([max_allowed_memberships, admin_delete_enabled], [3, false])
    const { id } = (await server.request('GET', '/instance')).body
    const paths = Object.keys(changes).map((name) => `organizations.${name}`)
    const [[type, { changed }]] = (await record(server, id)) as [[string, { changed: string[] }]]
    assert.deepEqual([type, changed.toSorted()], ['instance.settings.updated', paths.toSorted()])
    assert.deepEqual((await patchSettings(server, changes)).body, body)
    assert.deepEqual((await patchSettings(server, {})).body, body)
    assert.equal((await record(server, id)).length, 1)
  },
  { fresh: true },
)

rule(
  'OST-6',
  'organizations are switched off and on while the server runs',
  async (server) => {
    assert.equal((await patchSettings(server, { enabled: false })).body.enabled, false)
    refused(await server.request('GET', '/organizations'), 403, notEnabled)
    refused(await server.request('GET', '/organization_roles'), 403, notEnabled)
    assert.equal((await patchSettings(server, { enabled: true })).status, 200)
    assert.equal((await server.request('GET', '/organizations')).status, 200)
  },
  { fresh: true },
)

rule('OST-6', 'impossible values are refused, and nothing changes', async (server) => {
  const before = await readSettings(server)
  const cases: [object, string][] = [
    [{ enabled: 'yes' }, 'form_param_type_invalid enabled'],
    [{ max_allowed_memberships: -1 }, 'form_param_value_invalid max_allowed_memberships'],
    [{ max_allowed_memberships: 1_000_001 }, 'form_param_value_too_large max_allowed_memberships'],
    [
      { domains_enrollment_modes: ['automatic_suggestion'] },
      'form_param_value_invalid domains_enrollment_modes',
    ],
    [{ domains_enrollment_modes: ['by_magic'] }, 'form_param_value_invalid domains_enrollment_modes'],
    [
      { domains_enrollment_modes: Array(11).fill('manual_invitation') },
      'form_param_array_size_exceeded domains_enrollment_modes',
    ],
    [{ creator_role_id: '' }, 'form_param_nil creator_role_id'],
    [{ creator_role: 'org:admin' }, 'form_param_unknown creator_role'],
  ]
  for (const [body, problem] of cases)
    refused(await patchSettings(server, { ...body, slug_disabled: true }), 422, problem)
  assert.deepEqual(await readSettings(server), before)
})

rule(
  'OST-7',
  'the creator role is named by id, and must be able to run an organization',
  async (server) => {
    const admin = await byKey(server, 'roles', 'org:admin')
    const ids = admin.permissions.map(({ id }: { id: string }) => id)
    const boss = await givenRole(server, { permissions: ids })
    const weak = await givenRole(server)
    for (const param of ['creator_role_id', 'domains_default_role_id'])
      for (const id of ['role_nobody', boss.key])
        refused(await patchSettings(server, { [param]: id }), 404, `resource_not_found ${param}`)
    const refusal = 'organization_missing_creator_role_permissions'
    refused(await patchSettings(server, { creator_role_id: weak.id, slug_disabled: true }), 422, refusal)
    assert.equal((await readSettings(server)).slug_disabled, false)
    const { body } = await patchSettings(server, {
      creator_role_id: boss.id,
      domains_default_role_id: weak.id,
    })
    assert.deepEqual([body.creator_role, body.domains_default_role], [boss.key, weak.key])
    const user = await server.create({ email_address: [address('boss')] })
    const { id } = await organization(server, { created_by: user.id })
    assert.equal((await membershipRows(server, id))[0]!.role_id, boss.id)
  },
  { fresh: true },
)

rule(
  'OST-3',
  'what the settings file gives cannot be changed, and what equals it may be sent',
  async (server) => {
    const admin = await byKey(server, 'roles', 'org:admin')
    const boss = await givenRole(server, {
      permissions: admin.permissions.map(({ id }: { id: string }) => id),
    })
    const before = await readSettings(server)
    const wrong = await patchSettings(server, {
      max_allowed_memberships: 6,
      slug_disabled: true,
      creator_role_id: boss.id,
    })
    refused(
      wrong,
      422,
      'form_param_value_invalid max_allowed_memberships',
      'form_param_value_invalid creator_role_id',
    )
    assert.match(
      wrong.body.errors[0].long_message,
      /settings file decides, by organizations\.max_allowed_memberships/,
    )
    assert.deepEqual(await readSettings(server), before)
    const same = { max_allowed_memberships: 5, creator_role_id: admin.id, slug_disabled: true }
    assert.deepEqual((await patchSettings(server, same)).body, { ...before, slug_disabled: true })
  },
  { settings: { organizations: { max_allowed_memberships: 5, creator_role: 'org:admin' } } },
)
