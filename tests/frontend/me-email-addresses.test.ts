import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { kindsTo, messagesTo, otherThan } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { forMe, type Me, me, meOf } from './me.ts'
import { signedIn } from './signed-in.ts'

let count = 0
const newAddress = () => `own.${++count}@example.com`
const strategy = { strategy: 'email_code' }

const add = (one: Me, email_address = newAddress()) => one.done('POST', '/email_addresses', { email_address })
const prepare = (one: Me, id: string, form: Record<string, string> = strategy) =>
  one.call('POST', `/email_addresses/${id}/prepare_verification`, form)
const attempt = (one: Me, id: string, code: string) =>
  one.call('POST', `/email_addresses/${id}/attempt_verification`, { code })

/** The code that was just mailed to one of the user's addresses. */
async function mailed(
  server: TestServer,
  one: Me,
  own: { id: string; email_address: string },
): Promise<string> {
  const answer = await prepare(one, own.id)
  assert.equal(answer.status, 200, answer.text)
  const [message] = await messagesTo(server, own.email_address, '&limit=1')
  return message.code
}

const verified = (one: { strategy: string; object: string }) => [one.object, one.strategy]

rule(
  'MEM-1',
  'a new address is unverified, listed, and may be had by two',
  async (server) => {
    const ada = await me(server)
    const bob = await me(server)
    const email_address = newAddress()
    const answer = await ada.call('POST', '/email_addresses/', { email_address: email_address.toUpperCase() })
    const own = answer.body.response
    assert.deepEqual([own.email_address, own.verification, own.reserved], [email_address, null, false])
    assert.equal((await add(bob, email_address)).email_address, email_address)
    const list = await ada.done('GET', '/email_addresses')
    assert.deepEqual(
      list.map((one: { email_address: string }) => one.email_address),
      [ada.email, email_address],
    )
    assert.deepEqual(await ada.done('GET', `/email_addresses/${own.id}`), own)
    refused(
      await ada.call('POST', '/email_addresses', { email_address }),
      422,
      'form_identifier_exists email_address',
    )
    assert.equal((await add(ada, bob.email)).verification, null, 'nobody learns who has it')
    refused(await ada.call('POST', '/email_addresses', {}), 422, 'form_param_missing email_address')
    refused(
      await ada.call('POST', '/email_addresses', { email_address: 'nobody' }),
      422,
      'form_param_format_invalid email_address',
    )
    const event = (await server.events(ada.user.id)).at(-1)!
    assert.equal(event.actor, `user:${ada.user.id}`)
  },
  forMe(),
)

rule(
  'MEM-1',
  'what the instance keeps out cannot be added',
  async (server) => {
    const ada = await me(server)
    refused(
      await ada.call('POST', '/email_addresses', { email_address: 'ada@blocked.example' }),
      403,
      'not_allowed_access',
    )
  },
  forMe({ restrictions: { blocklist: { enabled: true, identifiers: ['*@blocked.example'] } } }),
)

rule(
  'MEM-1',
  'an instance without addresses takes none',
  async (server) => {
    const ada = meOf(await signedIn(server, { email_address: undefined, username: `plain_${server.engine}` }))
    refused(await ada.call('POST', '/email_addresses', {}), 403, 'feature_not_enabled')
    refused(
      await ada.call('POST', '/email_addresses', { email_address: newAddress() }),
      422,
      'form_param_unknown email_address',
    )
  },
  forMe({ attributes: { email_address: { enabled: false } } }),
)

rule(
  'MEM-2',
  'the code verifies, once; the first address becomes the primary one',
  async (server) => {
    const ada = meOf(await signedIn(server, { email_address: [], username: `mail_${server.engine}` }))
    const own = await add(ada)
    const prepared = await prepare(ada, own.id, { ...strategy, redirect_url: 'https://elsewhere.example' })
    const { status, attempts, expire_at } = prepared.body.response.verification
    assert.deepEqual([status, attempts], ['unverified', 0])
    assert.ok(expire_at > Date.now())
    assert.equal((await ada.done('GET', `/email_addresses/${own.id}`)).verification.status, 'unverified')
    const [message] = await messagesTo(server, own.email_address, '&limit=1')
    const answer = await attempt(ada, own.id, message.code)
    assert.deepEqual(verified(answer.body.response.verification), ['verification_otp', 'email_code'])
    assert.equal(answer.body.client.sessions[0].user.primary_email_address_id, own.id)
    const seen = (await server.request('GET', `/users/${ada.user.id}`)).body
    assert.equal(seen.primary_email_address_id, own.id)
    assert.deepEqual(verified(seen.email_addresses[0].verification), ['verification_otp', 'email_code'])
    refused(await attempt(ada, own.id, message.code), 400, 'verification_already_verified')
    refused(await prepare(ada, own.id), 400, 'verification_already_verified')
    const second = await add(ada)
    assert.equal((await attempt(ada, second.id, await mailed(server, ada, second))).status, 200)
    assert.equal((await ada.done('GET', '')).primary_email_address_id, own.id, 'the first one stays')
  },
  forMe(),
)

rule(
  'MEM-3',
  'wrong, void, late and missing codes',
  async (server) => {
    const ada = await me(server)
    const own = await add(ada)
    refused(await attempt(ada, own.id, '123456'), 400, 'verification_not_sent code')
    const code = await mailed(server, ada, own)
    refused(
      await ada.call('POST', `/email_addresses/${own.id}/attempt_verification`, {}),
      422,
      'form_param_missing code',
    )
    refused(await attempt(ada, own.id, '9'.repeat(65)), 422, 'form_param_max_length_exceeded code')
    for (const by of [1, 2, 3])
      refused(await attempt(ada, own.id, otherThan(code, by)), 422, 'form_code_incorrect code')
    refused(await attempt(ada, own.id, code), 400, 'verification_failed code')
    assert.equal((await ada.done('GET', `/email_addresses/${own.id}`)).verification.status, 'failed')
    const late = await mailed(server, ada, own)
    server.clock.advance(10 * 60_000)
    refused(await attempt(ada, own.id, late), 400, 'verification_expired code')
    assert.equal((await ada.done('GET', `/email_addresses/${own.id}`)).verification.status, 'expired')
    const older = await mailed(server, ada, own)
    const newer = await mailed(server, ada, own)
    if (older !== newer) refused(await attempt(ada, own.id, older), 422, 'form_code_incorrect code')
    assert.equal((await attempt(ada, own.id, newer)).status, 200)
    const other = await add(ada)
    refused(await prepare(ada, other.id, {}), 422, 'form_param_missing strategy')
    refused(
      await prepare(ada, other.id, { strategy: 'email_link' }),
      422,
      'form_param_value_invalid strategy',
    )
    refused(
      await prepare(ada, other.id, { ...strategy, redirect_url: 'x'.repeat(5000) }),
      422,
      'form_param_max_length_exceeded redirect_url',
    )
  },
  forMe(),
)

rule(
  'MEM-4',
  'of two who have an address unverified the first to prove it gets it',
  async (server) => {
    const ada = await me(server)
    const bob = await me(server)
    const email_address = newAddress()
    const [adas, bobs] = [await add(ada, email_address), await add(bob, email_address)]
    const bobsCode = await mailed(server, bob, bobs)
    refused(await attempt(ada, adas.id, bobsCode), 400, 'verification_not_sent code')
    const adasCode = await mailed(server, ada, adas)
    assert.equal((await attempt(ada, adas.id, adasCode)).status, 200)
    refused(await attempt(bob, bobs.id, bobsCode), 422, 'form_identifier_exists email_address')
    const [, still] = await bob.done('GET', '/email_addresses')
    assert.equal(still.verification, null)
    const [, own] = (await server.request('GET', `/users/${ada.user.id}`)).body.email_addresses
    assert.equal(own.verification.strategy, 'email_code')
  },
  forMe(),
)

rule(
  'MEM-4',
  'of two who prove an address at the same moment one gets it',
  async (server) => {
    for (let round = 0; round < 5; round++) {
      const both = [await me(server), await me(server)]
      const email_address = newAddress()
      const tries: [Me, { id: string }, string][] = []
      for (const one of both) {
        const own = await add(one, email_address)
        tries.push([one, own, await mailed(server, one, own)])
      }
      const answers = await Promise.all(tries.map(([one, own, code]) => attempt(one, own.id, code)))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
      const lost = answers.find(({ status }) => status === 422)!
      refused(lost, 422, 'form_identifier_exists email_address')
    }
  },
  forMe(),
)

rule(
  'MEM-5',
  'a way to sign in stays; a removed primary address hears of it',
  async (server) => {
    const ada = await me(server)
    const [first] = await ada.done('GET', '/email_addresses')
    refused(await ada.call('DELETE', `/email_addresses/${first.id}`), 400, 'identification_deletion_failed')
    const second = await add(ada)
    refused(await ada.call('DELETE', `/email_addresses/${first.id}`), 400, 'identification_deletion_failed')
    assert.equal((await attempt(ada, second.id, await mailed(server, ada, second))).status, 200)
    const deleted = await ada.done('DELETE', `/email_addresses/${first.id}`)
    assert.deepEqual(deleted, { object: 'email_address', id: first.id, deleted: true })
    assert.equal((await ada.done('GET', '')).primary_email_address_id, second.id)
    assert.deepEqual(await kindsTo(server, ada.email), ['primary_email_address_changed'])
    const named = await me(server, { username: `byname_${server.engine}` })
    const [only] = await named.done('GET', '/email_addresses')
    refused(
      await named.call('DELETE', `/email_addresses/${only.id}`),
      400,
      'last_first_factor_deletion_failed',
    )
    await named.done('POST', '/change_password', { new_password: 'Correct-Horse-9!' })
    await named.done('DELETE', `/email_addresses/${only.id}`)
    assert.deepEqual(await named.done('GET', '/email_addresses'), [])
  },
  forMe(),
)

rule(
  'MEM-5',
  'a required address stays',
  async (server) => {
    const ada = await me(server, { username: `required_${server.engine}`, password: 'Correct-Horse-9!' })
    const [own] = await ada.done('GET', '/email_addresses')
    refused(
      await ada.call('DELETE', `/email_addresses/${own.id}`),
      400,
      'last_required_identification_deletion_failed',
    )
  },
  forMe({ attributes: { email_address: { required: true } } }),
)

rule(
  'MEM-6',
  "other users' addresses do not exist here",
  async (server) => {
    const ada = await me(server)
    const eve = await me(server)
    const own = await add(ada)
    const code = await mailed(server, ada, own)
    const events = (await server.events()).length
    const before = await server.rows('identifications')
    const phone = await server.request('POST', '/phone_numbers', {
      body: {
        user_id: eve.user.id,
        phone_number: server.engine === 'sqlite' ? '+14155550111' : '+14155550112',
      },
    })
    for (const id of [own.id, 'idn_nobody', 'idn_%00', phone.body.id]) {
      const path = `/email_addresses/${id}`
      for (const answer of [
        await eve.call('GET', path),
        await eve.call('DELETE', path),
        await eve.call('POST', `${path}/prepare_verification`, strategy),
        await eve.call('POST', `${path}/attempt_verification`, { code }),
      ])
        refused(answer, 404, 'resource_not_found')
    }
    assert.equal((await server.events()).length, events + 1, 'the phone number alone')
    assert.equal((await server.rows('identifications')).length, before.length + 1)
    assert.equal((await messagesTo(server, own.email_address)).length, 1)
    assert.equal((await attempt(ada, own.id, code)).status, 200, 'no try was used up')
  },
  forMe(),
)

rule(
  'MEM-7',
  'the sixth code within an hour is refused',
  async (server) => {
    const ada = await me(server)
    const own = await add(ada)
    for (let n = 0; n < 5; n++) assert.equal((await prepare(ada, own.id)).status, 200)
    const answer = await prepare(ada, own.id)
    assert.equal(answer.status, 429)
    assert.equal(answer.body.errors[0].code, 'verification_code_too_many_requests')
    assert.ok(Number(answer.headers.get('retry-after')) > 0)
  },
  { ...forMe(), rateLimits: true },
)
