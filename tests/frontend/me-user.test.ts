import assert from 'node:assert/strict'
import { problems, refused } from '#tests/api/given-users.ts'
import { kindsTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import { checkFrontendAnswer } from './frontend-check.ts'
import { forMe, me, meOf } from './me.ts'
import { signedIn, signInByTicket } from './signed-in.ts'
import { visitor } from './visitor.ts'

rule(
  'MEU-1',
  'the user of the acting session, without what only the backend may read',
  async (server) => {
    const first = await me(server, {
      first_name: 'Ada',
      private_metadata: { grade: 'secret-grade' },
      password: 'Correct-Horse-9!',
    })
    const second = await signedIn(server, { first_name: 'Grace' })
    const answer = await first.call('GET', '')
    assert.equal(answer.body.response.id, first.user.id)
    assert.equal(answer.body.client.sessions[0].user.id, first.user.id)
    assert.doesNotMatch(answer.text, /secret-grade|private_metadata|digest|argon2/)
    const both = first.browser
    const other = await signInByTicket(server, both, second.user.id)
    const named = (id: string) => both.get('/me', { query: { _clerk_session_id: id } })
    assert.equal((await named(other)).id, second.user.id)
    assert.equal((await named(first.sessionId)).first_name, 'Ada')
    assert.equal((await both.get('/me')).id, second.user.id, 'unnamed: the one that was active last')
  },
  forMe({ sessions: { single_session_mode: false } }),
)

rule(
  'MEU-2 MEU-6',
  'names and username change; an empty field removes; the user is the actor',
  async (server) => {
    const ada = await me(server)
    const username = `ada_${server.engine}`
    const changed = await ada.done('PATCH', '', { first_name: 'Ada', last_name: 'Lovelace', username })
    assert.deepEqual([changed.first_name, changed.last_name, changed.username], ['Ada', 'Lovelace', username])
    const removed = await ada.done('PATCH', '', { last_name: null })
    assert.deepEqual([removed.first_name, removed.last_name], ['Ada', null])
    const updates = (await server.events(ada.user.id)).filter(({ type }) => type === 'user.updated')
    assert.equal(updates.at(-1)!.actor, `user:${ada.user.id}`)
    assert.equal((await ada.call('PATCH', '', {})).status, 200)
    const stored = await server.request('GET', `/users/${ada.user.id}`)
    assert.equal(stored.body.username, username)
  },
  forMe(),
)

rule(
  'MEU-2',
  'the rules of the Backend API hold, and no other field is known',
  async (server) => {
    const bob = await me(server, { username: `bob_${server.engine}`, first_name: 'Bob' })
    const eve = await me(server)
    const events = (await server.events(eve.user.id)).length
    const patch = (form: Record<string, string>) => eve.call('PATCH', '', form)
    refused(await patch({ username: `BOB_${server.engine}` }), 422, 'form_identifier_exists username')
    refused(await patch({ username: 'abc' }), 422, 'form_username_invalid_length username')
    refused(await patch({ username: 'with space' }), 422, 'form_username_invalid_character username')
    refused(await patch({ username: '12345' }), 422, 'form_username_needs_non_number_char username')
    const phone = problems(await patch({ username: '+14155550100' }))
    assert.ok(phone.includes('form_username_cannot_be_phone_number username'), String(phone))
    refused(await patch({ first_name: 'x'.repeat(257) }), 422, 'form_param_max_length_exceeded first_name')
    const [theirs] = (await bob.done('GET', '')).email_addresses
    refused(
      await patch({ primary_email_address_id: theirs.id }),
      422,
      'form_resource_not_found primary_email_address_id',
    )
    const added = await eve.done('POST', '/email_addresses', {
      email_address: `eve2.${server.engine}@example.com`,
    })
    refused(
      await patch({ primary_email_address_id: added.id }),
      422,
      'form_verification_needed primary_email_address_id',
    )
    for (const name of ['private_metadata', 'public_metadata', 'external_id', 'banned', 'password', 'locked'])
      refused(await patch({ [name]: '{}' }), 422, `form_param_unknown ${name}`)
    const now = (await server.request('GET', `/users/${eve.user.id}`)).body
    assert.equal(now.username, null)
    assert.equal((await server.events(eve.user.id)).length, events + 1, 'only the added address')
  },
  forMe(),
)

rule(
  'MEU-2',
  'what the instance requires stays, and so does the last identifier',
  async (server) => {
    const ada = await me(server, { first_name: 'Ada', username: `kept_${server.engine}` })
    refused(await ada.call('PATCH', '', { first_name: null }), 400, 'breaks_instance_invariant first_name')
    const only = meOf(
      await signedIn(server, { email_address: [], first_name: 'Only', username: `only_${server.engine}` }),
    )
    refused(await only.call('PATCH', '', { username: null }), 400, 'identification_deletion_failed username')
    assert.equal((await ada.done('PATCH', '', { username: null })).username, null)
  },
  forMe({ attributes: { first_name: { required: true } } }),
)

rule(
  'MEU-3',
  'another primary address: the one before hears of it',
  async (server) => {
    const ada = await me(server)
    const email_address = `ada.second.${server.engine}@example.com`
    const second = await server.request('POST', '/email_addresses', {
      body: { user_id: ada.user.id, email_address, verified: true },
    })
    const changed = await ada.done('PATCH', '', { primary_email_address_id: second.body.id })
    assert.equal(changed.primary_email_address_id, second.body.id)
    assert.deepEqual(await kindsTo(server, ada.email), ['primary_email_address_changed'])
    assert.deepEqual(await kindsTo(server, email_address), [])
  },
  forMe(),
)

rule(
  'MEU-4',
  'unsafe metadata merge, and nothing else can be written',
  async (server) => {
    const ada = await me(server, {
      unsafe_metadata: { a: { b: 1, c: 2 } },
      public_metadata: { plan: 'free' },
    })
    const merge = (form: Record<string, string | object>, options = {}) =>
      ada.call('PATCH', '/metadata', form, options)
    const merged = await merge({ unsafe_metadata: { a: { b: null }, d: [1] } })
    assert.deepEqual(merged.body.response.unsafe_metadata, { a: { c: 2 }, d: [1] })
    assert.deepEqual(merged.body.response.public_metadata, { plan: 'free' })
    const exact = await merge({ unsafe_metadata: '{"n":12345678901234567890}' })
    assert.match(exact.text, /"n":12345678901234567890/)
    refused(await merge({}), 422, 'form_param_missing unsafe_metadata')
    refused(await merge({ unsafe_metadata: '[1]' }), 422, 'form_param_value_invalid unsafe_metadata')
    refused(await merge({ unsafe_metadata: '{"a":' }), 422, 'form_param_value_invalid unsafe_metadata')
    refused(
      await merge({ unsafe_metadata: { long: 'x'.repeat(8192) } }),
      422,
      'form_param_exceeds_allowed_size unsafe_metadata',
    )
    for (const name of ['private_metadata', 'public_metadata'])
      refused(
        await merge({ unsafe_metadata: {}, [name]: { admin: true } }),
        422,
        `form_param_unknown ${name}`,
      )
    refused(
      await ada.call('PATCH', '', { unsafe_metadata: { x: 1 } }),
      422,
      'form_param_unknown unsafe_metadata',
    )
    const url = `${server.url}/v1/me?_method=PATCH&__clerk_api_version=2025-11-10&_is_native=1`
    const older = (unsafe_metadata: object) =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: ada.browser.token },
        body: new URLSearchParams({ unsafe_metadata: JSON.stringify(unsafe_metadata) }),
      })
    const replaced = await older({ x: 1 })
    assert.equal(replaced.status, 200)
    // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into
    const { response }: any = await replaced.json()
    assert.deepEqual(response.unsafe_metadata, { x: 1 })
    const large = await older({ long: 'x'.repeat(8192) })
    const text = await large.text()
    const answer = { status: large.status, headers: large.headers, text, body: JSON.parse(text) }
    checkFrontendAnswer('PATCH', '/me', answer)
    refused(answer, 422, 'form_param_exceeds_allowed_size unsafe_metadata')
  },
  forMe(),
)

rule(
  'MEU-5 MEU-6',
  'who may, deletes the own account: everything ends',
  async (server) => {
    const kept = await me(server, { delete_self_enabled: false })
    refused(await kept.call('DELETE', ''), 403, 'delete_self_not_allowed')
    assert.equal((await server.request('GET', `/users/${kept.user.id}`)).status, 200)
    assert.equal((await kept.call('GET', '')).status, 200)

    const ada = await me(server, { external_id: `ext-${server.engine}` })
    const elsewhere = visitor(server)
    const other = await signInByTicket(server, elsewhere, ada.user.id)
    const answer = await ada.call('DELETE', '')
    assert.deepEqual(answer.body.response, { object: 'user', id: ada.user.id, deleted: true })
    assert.deepEqual(answer.body.client.sessions, [])
    assert.ok(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('__client_uat=0;')))
    assert.equal((await ada.call('GET', '')).status, 401)
    const again = await elsewhere.visit('GET', '/me', undefined, { query: { _clerk_session_id: other } })
    assert.equal(again.status, 401)
    assert.equal((await server.request('GET', `/users/${ada.user.id}`)).status, 404)
    const deleted = (await server.events(ada.user.id)).find(({ type }) => type === 'user.deleted')
    assert.equal(deleted!.actor, `user:${ada.user.id}`)
  },
  forMe(),
)

rule(
  'MEU-7',
  "who acts in the user's place is recorded",
  async (server) => {
    const user = await server.create({ username: `acted_for_${server.engine}` })
    const made = await server.request('POST', '/actor_tokens', {
      body: { user_id: user.id, actor: { sub: 'user_support' } },
    })
    const browser = visitor(server)
    await browser.post('/client/sign_ins', { strategy: 'ticket', ticket: made.body.token })
    await browser.visit('PATCH', '/me', { first_name: 'Acted' })
    const [update] = (await server.events(user.id)).filter(({ type }) => type === 'user.updated')
    assert.equal(update!.actor, `user:${user.id} by user_support`)
  },
  forMe(),
)
