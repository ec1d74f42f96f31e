import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import { backend, found, guest } from './rooms.ts'
import { forRooms, fresh, rooms, scene } from './rooms-scene.ts'

rule(
  'FOR-10',
  'no answer has a link of an invitation, or what only the backend may read',
  async (server) => {
    const ada = await guest(server)
    const ids = await scene(server, ada, {
      private_metadata: { hidden: 'hush' },
      public_metadata: { plan: 'gold' },
    })
    const at = `/organizations/${ids.organization_id}`
    await backend(server, 'PATCH', `${at}/memberships/${ids.user_id}/metadata`, {
      private_metadata: { hidden: 'hush' },
    })
    await backend(server, 'POST', `${at}/invitations`, {
      email_address: `${fresh('secret')}@example.com`,
      role: 'org:member',
      private_metadata: { hidden: 'hush' },
    })
    let read = 0
    for (const { method, path } of rooms.filter((one) => one.method === 'GET')) {
      const to = path.replace('/organizations', '').replaceAll(/\{(\w+)\}/g, (_, name) => ids[name]!)
      const { status, text } = await ada.call(method, to)
      assert.equal(status, 200, text)
      assert.doesNotMatch(text, /hush|private_metadata|tickets|token_hash|inviter/, path)
      read++
    }
    assert.equal(read, 7)
    const writes = [
      await ada.call('PATCH', `/${ids.organization_id}`, { name: 'Renamed' }),
      await ada.call('PATCH', `/${ids.organization_id}/memberships/${ids.user_id}`, { role: 'org:admin' }),
      await ada.call('POST', `/${ids.organization_id}/invitations/${ids.invitation_id}/revoke`),
      await ada.call('POST', `/${ids.organization_id}/invitations`, {
        email_address: `${fresh('secret')}@example.com`,
        role: 'org:member',
      }),
    ]
    for (const { status, text, body } of writes) {
      assert.equal(status, 200, text)
      assert.doesNotMatch(JSON.stringify(body.response), /hush|private_metadata|ticket|token_hash|inviter/)
      assert.doesNotMatch(text, /hush/)
    }
    assert.deepEqual(writes[0]!.body.response.public_metadata, { plan: 'gold' })
  },
  forRooms(),
)

rule(
  'FOR-11',
  'roles are listed for members, domains are looked after',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    const roles = await ada.done('GET', `/${id}/roles`, undefined, { query: { limit: '1' } })
    assert.equal(roles.data.length, 1)
    assert.ok(roles.total_count >= 2)
    assert.equal(roles.has_role_set_migration, false)
    const all = await ada.done('GET', `/${id}/roles`)
    const admin = all.data.find((role: { key: string }) => role.key === 'org:admin')
    assert.equal(admin.is_creator_eligible, true)
    assert.ok(admin.permissions.some((one: { key: string }) => one.key === 'org:sys_profile:manage'))
    const room = `/${id}/domains`
    const name = `${fresh('acme')}.example`
    const made = await ada.done('POST', room, { name: name.toUpperCase() })
    assert.deepEqual(
      [made.name, made.enrollment_mode, made.verification, made.organization_id],
      [name, 'manual_invitation', null, id],
    )
    assert.deepEqual(await ada.done('GET', `${room}/${made.id}`), made)
    assert.equal((await ada.done('GET', room, undefined, { query: { verified: 'false' } })).total_count, 1)
    assert.equal((await ada.done('GET', room, undefined, { query: { verified: 'true' } })).total_count, 0)
    const mode = `${room}/${made.id}/update_enrollment_mode`
    assert.deepEqual(
      await ada.done('POST', mode, { enrollment_mode: 'manual_invitation', delete_pending: true }),
      made,
    )
    for (const [answer, status, ...problems] of [
      [await ada.call('POST', room, {}), 422, 'form_param_missing name'],
      [await ada.call('POST', room, { name: 'no domain' }), 422, 'form_param_format_invalid name'],
      [await ada.call('POST', room, { name }), 400, 'organization_domain_already_exists'],
      [
        await ada.call('POST', room, { name: 'b.example', enrollment_mode: 'automatic_invitation' }),
        403,
        'organization_domain_enrollment_mode_not_enabled',
      ],
      [await ada.call('POST', mode, {}), 422, 'form_param_missing enrollment_mode'],
      [
        await ada.call('POST', mode, { enrollment_mode: 'automatic_suggestion' }),
        403,
        'organization_domain_enrollment_mode_not_enabled',
      ],
      [await ada.call('GET', `${room}?enrollment_mode=odd`), 422, 'form_param_value_invalid enrollment_mode'],
      [
        await ada.call('GET', `${room}?${Array.from({ length: 101 }, () => 'enrollment_mode=a').join('&')}`),
        422,
        'form_param_array_size_exceeded enrollment_mode',
      ],
    ] as const)
      refused(answer, status, ...problems)
    assert.deepEqual(await ada.done('DELETE', `${room}/${made.id}`), {
      object: 'organization_domain',
      id: made.id,
      deleted: true,
    })
    for (const answer of [
      await ada.call('GET', `${room}/${made.id}`),
      await ada.call('DELETE', `${room}/${made.id}`),
      await ada.call('POST', mode, { enrollment_mode: 'manual_invitation' }),
    ])
      refused(answer, 404, 'resource_not_found')
  },
  forRooms(),
)

rule(
  'FOR-11',
  'what a member says of a domain proves nothing and takes it from nobody',
  async (server) => {
    const ada = await guest(server)
    const eve = await guest(server)
    const [own, other] = [await found(server, ada), await found(server, eve)]
    const name = `${fresh('shared')}.example`
    await eve.done('POST', `/${other}/domains`, { name })
    const vouched = { name, enrollment_mode: 'manual_invitation', verified: true }
    await backend(server, 'POST', `/organizations/${own}/domains`, vouched)
    const late = await guest(server)
    const third = await found(server, late)
    assert.equal((await late.done('POST', `/${third}/domains`, { name })).verification, null)
  },
  forRooms(),
)
