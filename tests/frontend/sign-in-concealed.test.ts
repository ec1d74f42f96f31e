import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import {
  begin,
  mailedCode,
  person,
  refused,
  rightPassword,
  step,
  testAddress,
  withApp,
} from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const options = { settings: { ...forVisitors, enumeration_protection: { enabled: true } } }

/** Ids, times, the identifier itself and what is derived from it are each attempt's own. */
function shape({ status, headers, text }: Answer, email: string): string {
  const kept = [...headers].filter(([name]) => !['date', 'clerk-trace-id'].includes(name))
  const told = JSON.stringify([status, kept.sort(), text])
  return told
    .replaceAll(email, 'EMAIL')
    .replaceAll(/idn_[0-9a-f]{27}/g, 'IDN')
    .replaceAll(/(client|sia)_\w{27}/g, '$1')
    .replaceAll(/__client=[\w-]{43}/g, '__client')
    .replaceAll(/\b1[0-9]{12}\b/g, 'TIME')
    .replaceAll(/[0-9a-f]{32}/g, 'TRACE')
}

/** Accounts of every kind that a stranger must not be able to tell apart; the first is of nobody. */
async function everyKind(server: TestServer): Promise<string[]> {
  const [banned, locked, bare] = [await person(server), await person(server), testAddress()]
  await server.request('POST', `/users/${banned.id}/ban`)
  await server.request('POST', `/users/${locked.id}/lock`)
  await server.create({ email_address: [bare] })
  const [plain, strong] = [await person(server), await withApp(server)]
  return [testAddress(), plain.email, strong.email, banned.email, locked.email, bare]
}

/** What somebody who knows nothing hears on the way, step by step. */
async function journey(server: TestServer, email: string): Promise<string[]> {
  const heard: string[] = []
  const hear = (answer: Answer) => {
    heard.push(shape(answer, email))
    return answer
  }
  hear(await begin(visitor(server), { identifier: email, password: 'wrong' }))
  hear(await begin(visitor(server), { identifier: email, strategy: 'email_code' }))
  const browser = visitor(server)
  const { id, supported_first_factors } = hear(await begin(browser, { identifier: email })).body.response
  const at = async (name: string, form: Record<string, string>) => hear(await step(browser, id, name, form))
  await at('attempt_first_factor', { strategy: 'password', password: 'wrong' })
  await at('attempt_first_factor', { strategy: 'email_code', code: '000000' })
  await at('prepare_first_factor', { strategy: 'email_code', email_address_id: 'idn_other' })
  const { email_address_id } = supported_first_factors[1]
  await at('prepare_first_factor', { strategy: 'email_code', email_address_id })
  for (let i = 0; i < 4; i++) await at('attempt_first_factor', { strategy: 'email_code', code: '000000' })
  await at('attempt_second_factor', { strategy: 'totp', code: '000000' })
  await at('prepare_second_factor', { strategy: 'totp' })
  await at('reset_password', { password: 'another horse 8' })
  hear(await browser.visit('GET', `/client/sign_ins/${id}`))
  hear(await browser.visit('GET', '/client'))
  return heard
}

rule(
  'ENU-1',
  'nobody learns from an answer whether an account is there, banned, locked or strong',
  async (server) => {
    server.clock.freeze()
    const [nobody, ...others] = await everyKind(server)
    const expected = await journey(server, nobody!)
    for (const email of others) assert.deepEqual(await journey(server, email), expected)
    assert.match(expected[0]!, /form_password_or_identifier_incorrect/)
  },
  options,
)

rule(
  'ENU-1',
  'what is offered for an identifier is always the same',
  async (server) => {
    const email = testAddress()
    const offered = async () =>
      (await visitor(server).post('/client/sign_ins', { identifier: email })).supported_first_factors
    const before = await offered()
    assert.deepEqual(await offered(), before)
    await server.create({ email_address: [email], password: rightPassword })
    assert.deepEqual(await offered(), before)
    const name = await visitor(server).post('/client/sign_ins', { identifier: 'nobody_there' })
    assert.deepEqual(
      name.supported_first_factors.map(({ strategy }: { strategy: string }) => strategy),
      ['password', 'email_code'],
    )
  },
  options,
)

rule(
  'ENU-2',
  'a wrong guess costs one comparison for everybody, and nobody without an account is mailed',
  async (server) => {
    const plainAddresses = ['a', 'b'].map(
      (name) => `${name}${Math.random().toString(36).slice(2)}@example.com`,
    )
    await server.create({ email_address: [plainAddresses[0]], password: rightPassword })
    for (const identifier of [...(await everyKind(server)), 'nobody_there']) {
      const before = server.hashes()
      await begin(visitor(server), { identifier, password: 'wrong' })
      assert.equal(server.hashes() - before, 1, identifier)
    }
    for (const identifier of plainAddresses)
      await begin(visitor(server), { identifier, strategy: 'email_code' })
    const recipients = (await server.rows('messages')).map(({ recipient }) => recipient)
    assert.ok(recipients.includes(plainAddresses[0]))
    assert.ok(!recipients.includes(plainAddresses[1]))
  },
  options,
)

rule(
  'ENU-3',
  'whoever proves a factor signs in and is told the rest; a locked user proves nothing',
  async (server) => {
    const { email } = await person(server)
    const done = await begin(visitor(server), { identifier: email, password: rightPassword })
    assert.equal(done.body.response.status, 'complete')
    const browser = visitor(server)
    const sent = await browser.post('/client/sign_ins', { identifier: email, strategy: 'email_code' })
    const right = { strategy: 'email_code', code: mailedCode }
    const proved = await step(browser, sent.id, 'attempt_first_factor', right)
    assert.equal(proved.body.response.status, 'complete')
    const username = `seen_${Math.random().toString(36).slice(2)}`
    await person(server, { username })
    const named = visitor(server)
    const byName = await named.post('/client/sign_ins', { identifier: username, strategy: 'email_code' })
    assert.equal(
      (await step(named, byName.id, 'attempt_first_factor', right)).body.response.status,
      'complete',
    )

    const banned = await person(server)
    await server.request('POST', `/users/${banned.id}/ban`)
    refused(
      await begin(visitor(server), { identifier: banned.email, password: rightPassword }),
      403,
      'user_banned',
    )

    const locked = await person(server)
    const waiting = visitor(server)
    const attempt = await waiting.post('/client/sign_ins', {
      identifier: locked.email,
      strategy: 'email_code',
    })
    await server.request('POST', `/users/${locked.id}/lock`)
    const wrong = 'form_password_or_identifier_incorrect'
    refused(
      await begin(visitor(server), { identifier: locked.email, password: rightPassword }),
      422,
      wrong,
      'password',
    )
    const password = { strategy: 'password', password: rightPassword }
    refused(await step(waiting, attempt.id, 'attempt_first_factor', password), 422, wrong, 'password')
    refused(
      await step(waiting, attempt.id, 'attempt_first_factor', right),
      422,
      'form_code_incorrect',
      'code',
    )
    const unknown = visitor(server)
    const nobody = await unknown.post('/client/sign_ins', {
      identifier: testAddress(),
      strategy: 'email_code',
    })
    refused(await step(unknown, nobody.id, 'attempt_first_factor', right), 422, 'form_code_incorrect', 'code')
  },
  options,
)

rule(
  'ENU-3',
  'the last attempt that is left locks without a word',
  async (server) => {
    const { id, email } = await person(server)
    const wrong = 'form_password_or_identifier_incorrect'
    for (let i = 0; i < 7; i++)
      refused(await begin(visitor(server), { identifier: email, password: 'wrong' }), 422, wrong, 'password')
    assert.equal((await server.request('GET', `/users/${id}`)).body.locked, true)
    refused(
      await begin(visitor(server), { identifier: email, password: rightPassword }),
      422,
      wrong,
      'password',
    )
  },
  { settings: { ...options.settings, user_lockout: { max_attempts: 5 } } },
)
