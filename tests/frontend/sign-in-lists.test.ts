import assert from 'node:assert/strict'
import { entry } from '#tests/api/access-lists.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { invitedIn } from './invited.ts'
import {
  backupCode,
  begin,
  halfSignedIn,
  mailedCode,
  person,
  refused,
  rightPassword,
  step,
  testAddress,
  ticketOf,
  withApp,
} from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const off = 'not_allowed_access'
const username = () => `listed_${Math.random().toString(36).slice(2)}`

/** Keeps this address out, and nobody else. */
const block = (server: TestServer, email: string) => entry(server, 'blocklist', email)

async function switchList(server: TestServer, body: Record<string, boolean>): Promise<void> {
  const { status, text } = await server.request('PATCH', '/instance/restrictions', { body })
  assert.equal(status, 200, text)
}

/** Everything that a person with a username can begin to sign in with. */
async function everyWay(
  server: TestServer,
  who: { id: string; email: string; username: string },
): Promise<Record<string, string>[]> {
  const { email, username } = who
  return [
    { identifier: email },
    { identifier: email.toUpperCase(), password: rightPassword },
    { identifier: email, password: 'wrong' },
    { identifier: email, strategy: 'email_code' },
    { identifier: username },
    { identifier: username, password: rightPassword },
    { identifier: username, strategy: 'email_code' },
    { strategy: 'ticket', ticket: await ticketOf(server, who.id) },
  ]
}

const named = async (server: TestServer) => {
  const name = username()
  return { ...(await person(server, { username: name })), username: name }
}

rule(
  'BLK-5',
  'whoever is blocked signs in by no strategy and no other identifier',
  async (server) => {
    const who = await named(server)
    await block(server, who.email)
    for (const form of await everyWay(server, who)) refused(await begin(visitor(server), form), 403, off)
    const other = testAddress()
    const { id } = await server.create({ email_address: [other], password: rightPassword })
    await server.request('POST', '/email_addresses', {
      body: { user_id: id, email_address: 'second@blocked-later.example', verified: true },
    })
    await block(server, '*@blocked-later.example')
    refused(await begin(visitor(server), { identifier: other, password: rightPassword }), 403, off)
    refused(await begin(visitor(server), { identifier: 'any@blocked-later.example' }), 403, off)
    assert.equal((await begin(visitor(server), { identifier: (await named(server)).email })).status, 200)
  },
  { settings: { ...forVisitors, restrictions: { blocklist: { enabled: true } } } },
)

rule(
  'BLK-5',
  'an attempt that is under way ends where the entry meets it',
  async (server) => {
    const first = await person(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ins', { identifier: first.email, strategy: 'email_code' })
    await block(server, first.email)
    const code = { strategy: 'email_code', code: mailedCode }
    refused(await step(browser, id, 'attempt_first_factor', code), 403, off)

    const second = await withApp(server)
    const half = await halfSignedIn(server, second.email)
    await block(server, second.email)
    const backup = { strategy: 'backup_code', code: backupCode }
    refused(await step(half.browser, half.id, 'attempt_second_factor', backup), 403, off)

    const third = await person(server)
    const ticket = await ticketOf(server, third.id)
    await server.request('POST', `/users/${third.id}/password/set_compromised`, { body: {} })
    const changing = visitor(server)
    const begun = await changing.post('/client/sign_ins', { strategy: 'ticket', ticket })
    assert.equal(begun.status, 'needs_new_password')
    await block(server, third.email)
    const password = { password: 'another horse 8' }
    refused(await step(changing, begun.id, 'reset_password', password), 403, off)
    for (const each of [first, second, third])
      assert.equal((await server.request('GET', `/sessions?user_id=${each.id}`)).body.length, 0)
  },
  { settings: { ...forVisitors, restrictions: { blocklist: { enabled: true } } } },
)

rule(
  'BLK-5 ALW-7',
  'the lists may be off at sign-in, and are off by default',
  async (server) => {
    const who = await named(server)
    await block(server, who.email)
    await entry(server, 'allowlist', '*@nobody.example')
    const enter = () => begin(visitor(server), { identifier: who.email, password: rightPassword })
    assert.equal((await enter()).body.response.status, 'complete')
    for (const list of ['blocklist', 'allowlist']) {
      await switchList(server, { [list]: true })
      refused(await enter(), 403, off)
      await switchList(server, { allowlist_blocklist_disabled_on_sign_in: true })
      assert.equal((await enter()).body.response.status, 'complete')
      await switchList(server, { [list]: false, allowlist_blocklist_disabled_on_sign_in: false })
    }
  },
  { settings: forVisitors, fresh: true },
)

rule(
  'ALW-7',
  'with an allowlist only who is on it signs in, who was invited, or who has a username alone',
  async (server) => {
    const [inside, outside] = [await named(server), await named(server)]
    const name = username()
    await server.create({ username: name, password: rightPassword })
    await entry(server, 'allowlist', inside.email)
    await switchList(server, { allowlist: true })
    const enter = (identifier: string) =>
      begin(visitor(server), { identifier, password: rightPassword }).then(
        ({ body }) => body.response?.status,
      )
    for (const identifier of [inside.email, inside.username, name])
      assert.equal(await enter(identifier), 'complete', identifier)
    for (const form of await everyWay(server, outside)) refused(await begin(visitor(server), form), 403, off)

    const { email, ticket } = await invitedIn(server)
    const signUp = await visitor(server).post('/client/sign_ups', {
      strategy: 'ticket',
      ticket,
      password: rightPassword,
    })
    assert.equal(signUp.status, 'complete')
    assert.equal(await enter(email), 'complete')
    await block(server, email)
    await switchList(server, { blocklist: true })
    refused(await begin(visitor(server), { identifier: email, password: rightPassword }), 403, off)
  },
  { settings: forVisitors, fresh: true },
)

rule(
  'BLK-6',
  'where accounts are concealed the lists tell nobody which there are',
  async (server) => {
    const [blocked, byName, nobody] = [await named(server), await named(server), testAddress()]
    for (const email of [blocked.email, byName.email, nobody]) await block(server, email)
    await switchList(server, { blocklist: true })
    const told = async (form: Record<string, string>) => {
      const { status, text } = await begin(visitor(server), form)
      return [status, text.replaceAll(/[0-9a-f]{32}/g, 'TRACE').replaceAll(form.identifier!, 'TYPED')]
    }
    const ways: Record<string, string>[] = [
      {},
      { password: rightPassword },
      { password: 'wrong' },
      { strategy: 'email_code' },
    ]
    for (const more of ways) {
      const answer = await told({ identifier: blocked.email, ...more })
      assert.equal(answer[0], 403)
      assert.deepEqual(await told({ identifier: nobody, ...more }), answer)
    }
    const wrong = await told({ identifier: byName.username, password: 'wrong' })
    assert.equal(wrong[0], 422)
    assert.deepEqual(await told({ identifier: username(), password: 'wrong' }), wrong)
    assert.equal((await begin(visitor(server), { identifier: byName.username })).status, 200)
    refused(await begin(visitor(server), { identifier: byName.username, password: rightPassword }), 403, off)

    await switchList(server, { allowlist: true, blocklist: false })
    const unlisted = await told({ identifier: byName.email, password: 'wrong' })
    assert.equal(unlisted[0], 422)
    assert.deepEqual(await told({ identifier: testAddress(), password: 'wrong' }), unlisted)
    refused(await begin(visitor(server), { identifier: byName.email, password: rightPassword }), 403, off)
  },
  {
    settings: { ...forVisitors, enumeration_protection: { enabled: true } },
    fresh: true,
  },
)
