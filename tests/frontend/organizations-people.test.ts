import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import { forMe } from './me.ts'
import { backend, found, guest, join, roleWith } from './rooms.ts'
import { fresh } from './rooms-scene.ts'

const asForm = { 'content-type': 'application/x-www-form-urlencoded' }

rule(
  'FOR-8',
  'members are listed in pages, found by text and by role',
  async (server) => {
    const ada = await guest(server, { first_name: 'Ada' })
    const bob = await guest(server, { first_name: 'Bob' })
    const id = await found(server, ada)
    await join(server, id, bob)
    const list = (query: Record<string, string> | string) =>
      ada.done('GET', `/${id}/memberships${typeof query === 'string' ? `?${query}` : ''}`, undefined, {
        query: typeof query === 'string' ? {} : query,
      })
    const bare = await list({})
    assert.deepEqual(
      bare.map((one: { role: string }) => one.role),
      ['org:member', 'org:admin'],
    )
    const page = await list({ paginated: 'true', limit: '1', offset: '1' })
    assert.equal(page.total_count, 2)
    assert.equal(page.data[0].public_user_data.user_id, ada.user.id)
    assert.equal(page.data[0].organization.id, id)
    assert.ok(page.data[0].permissions.includes('org:sys_profile:delete'))
    const named = await list({ query: 'BOB' })
    assert.deepEqual(
      named.map((one: { public_user_data: { user_id: string } }) => one.public_user_data.user_id),
      [bob.user.id],
    )
    assert.equal((await list({ query: '  ', paginated: 'true' })).total_count, 2)
    assert.equal((await list({ role: 'org:admin', paginated: 'true' })).total_count, 1)
    assert.equal((await list({ role: 'org:nobody', paginated: 'true' })).total_count, 0)
    assert.equal((await list('role=org:admin&role=org:member&paginated=true')).total_count, 2)
    const many = `/${id}/memberships?${Array.from({ length: 101 }, () => 'role=a').join('&')}`
    refused(await ada.call('GET', many), 422, 'form_param_array_size_exceeded role')
    const odd = await ada.call('GET', `/${id}/memberships`, undefined, { query: { paginated: 'maybe' } })
    refused(odd, 422, 'form_param_value_invalid paginated')
  },
  forMe(),
)

rule(
  'FOR-8',
  'members come, change their role and go',
  async (server) => {
    const ada = await guest(server)
    const bob = await guest(server)
    const id = await found(server, ada, { max_allowed_memberships: 2 })
    const room = `/${id}/memberships`
    const add = (form: Record<string, string>) => ada.call('POST', room, form)
    refused(await add({}), 422, 'form_param_missing role', 'form_param_missing user_id')
    refused(await add({ user_id: bob.user.id, role: 'org:nobody' }), 422, 'form_resource_not_found role')
    refused(await add({ user_id: 'user_nobody', role: 'org:member' }), 404, 'resource_not_found')
    const added = await ada.done('POST', room, { user_id: bob.user.id, role: 'org:member' })
    assert.partialDeepStrictEqual(added, { role: 'org:member', public_user_data: { user_id: bob.user.id } })
    refused(await add({ user_id: bob.user.id, role: 'org:member' }), 400, 'already_a_member_in_organization')
    const eve = await guest(server)
    refused(
      await add({ user_id: eve.user.id, role: 'org:member' }),
      403,
      'organization_membership_quota_exceeded',
    )
    const member = `${room}/${bob.user.id}`
    refused(await ada.call('PATCH', member, {}), 422, 'form_param_missing role')
    refused(await ada.call('PATCH', member, { role: 'org:nobody' }), 422, 'form_resource_not_found role')
    const raised = await ada.done('PATCH', member, { role: 'org:admin' })
    assert.deepEqual([raised.id, raised.role], [added.id, 'org:admin'])
    const removed = await bob.call('DELETE', `${room}/${ada.user.id}`)
    assert.equal(removed.body.response.public_user_data.user_id, ada.user.id)
    refused(await ada.call('GET', `/${id}`), 404, 'organization_not_found_or_unauthorized')
    refused(await bob.call('DELETE', `${room}/${ada.user.id}`), 404, 'resource_not_found')
    refused(
      await bob.call('PATCH', `${room}/${ada.user.id}`, { role: 'org:admin' }),
      404,
      'resource_not_found',
    )
    const actors = (await server.events())
      .filter(
        ({ type, details }) => type.startsWith('organizationMembership') && details.organization_id === id,
      )
      .map(({ type, actor }) => `${type} ${actor}`)
    assert.deepEqual(actors.slice(1), [
      `organizationMembership.created user:${ada.user.id}`,
      `organizationMembership.updated user:${ada.user.id}`,
      `organizationMembership.deleted user:${bob.user.id}`,
    ])
  },
  forMe(),
)

rule(
  'FOR-8',
  'the last who may manage the members and delete it stays as they are',
  async (server) => {
    const ada = await guest(server)
    const bob = await guest(server)
    const id = await found(server, ada)
    await join(server, id, bob, await roleWith(server, 'org:sys_memberships:manage'))
    const own = `/${id}/memberships/${ada.user.id}`
    for (const one of [ada, bob]) {
      refused(await one.call('DELETE', own), 400, 'organization_minimum_permissions_needed')
      refused(
        await one.call('PATCH', own, { role: 'org:member' }),
        400,
        'organization_minimum_permissions_needed',
      )
    }
    assert.equal((await ada.done('GET', `/${id}`)).members_count, 2)
  },
  forMe(),
)

rule(
  'FOR-9',
  'members invite by mail, one or several, and take it back',
  async (server) => {
    const ada = await guest(server, { first_name: 'Ada' })
    const id = await found(server, ada)
    const room = `/${id}/invitations`
    const email_address = `${fresh('grace')}@example.com`
    const made = await ada.done('POST', room, { email_address, role: 'org:member' })
    assert.partialDeepStrictEqual(made, {
      object: 'organization_invitation',
      email_address,
      role: 'org:member',
      organization_id: id,
      status: 'pending',
      url: null,
      public_organization_data: { id },
    })
    const [message] = await backend(server, 'GET', `/bartleby/messages?to=${email_address}`)
    assert.ok(message, 'the mail is there')
    const [first, second] = [`${fresh('x')}@example.com`, `${fresh('y')}@example.com`]
    const rawBody = `role=org%3Amember&email_address=${first}&email_address=${second}&notify=false`
    const bulk = await ada.done('POST', `${room}/bulk`, undefined, { rawBody, headers: asForm })
    assert.deepEqual(
      bulk.map((one: { email_address: string }) => one.email_address),
      [first, second],
    )
    assert.deepEqual(await backend(server, 'GET', `/bartleby/messages?to=${first}`), [])
    assert.equal((await ada.done('GET', `/${id}`)).pending_invitations_count, 3)
    const page = await ada.done('GET', room, undefined, { query: { limit: '2' } })
    assert.deepEqual([page.total_count, page.data.length], [3, 2])
    const revoked = await ada.done('POST', `${room}/${made.id}/revoke`)
    assert.deepEqual([revoked.id, revoked.status], [made.id, 'revoked'])
    refused(await ada.call('POST', `${room}/${made.id}/revoke`), 404, 'organization_invitation_not_pending')
    refused(await ada.call('POST', `${room}/orginv_nobody/revoke`), 404, 'organization_invitation_not_found')
    const pending = await ada.done('GET', `${room}/pending`)
    assert.deepEqual(
      pending.map((one: { email_address: string }) => one.email_address).sort(),
      [first, second].sort(),
    )
    const listed = await ada.done('GET', `${room}?status=revoked&status=accepted`)
    assert.deepEqual(
      listed.data.map((one: { id: string }) => one.id),
      [made.id],
    )
    const odd = await ada.call('GET', `${room}?status=lost`)
    assert.equal(odd.body.errors[0].code, 'invalid_query_parameter_value', odd.text)
    const many = `${room}?${Array.from({ length: 101 }, () => 'status=pending').join('&')}`
    refused(await ada.call('GET', many), 422, 'form_param_array_size_exceeded status')
  },
  forMe(),
)

rule(
  'FOR-9',
  'who cannot be invited is refused, and with them the whole request',
  async (server) => {
    const ada = await guest(server)
    const email = `${fresh('member')}@example.com`
    const bob = await guest(server, { email_address: [email] })
    const id = await found(server, ada, { max_allowed_memberships: 4 })
    await join(server, id, bob)
    const other = () => `${fresh('other')}@example.com`
    const open = other()
    await ada.done('POST', `/${id}/invitations`, { email_address: open, role: 'org:member' })
    const one = (address: string, role = 'org:member') =>
      ada.call('POST', `/${id}/invitations`, { email_address: address, role })
    const bulk = (addresses: readonly string[], role = 'org:member') =>
      ada.call('POST', `/${id}/invitations/bulk`, undefined, {
        rawBody: new URLSearchParams([
          ['role', role],
          ...addresses.map((text) => ['email_address', text]),
        ]).toString(),
        headers: asForm,
      })
    const before = await server.rows('organization_invitations')
    for (const invite of [one, (address: string, role?: string) => bulk([other(), address], role)]) {
      refused(await invite('nonsense'), 422, 'form_param_format_invalid email_address')
      refused(await invite(other(), 'org:nobody'), 422, 'form_resource_not_found role')
      refused(await invite(email), 400, 'already_a_member_in_organization')
      refused(await invite(open), 400, 'organization_invitation_not_unique')
    }
    refused(await bulk([]), 422, 'form_param_missing email_address')
    refused(await one('', ''), 422, 'form_param_missing role', 'form_param_missing email_address')
    const [doubled] = [other()]
    refused(await bulk([doubled, doubled]), 400, 'organization_invitation_not_unique')
    refused(await bulk([other(), other()]), 403, 'organization_membership_quota_exceeded')
    refused(
      await bulk(Array.from({ length: 51 }, other)),
      422,
      'form_param_array_size_exceeded email_address',
    )
    assert.deepEqual(await server.rows('organization_invitations'), before)
    await ada.done('POST', `/${id}/invitations`, { email_address: other(), role: 'org:member' })
    refused(await one(other()), 403, 'organization_membership_quota_exceeded')
  },
  forMe(),
)
