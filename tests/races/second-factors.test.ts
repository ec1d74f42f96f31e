import assert from 'node:assert/strict'
import { bcryptOf, codeAt, secret, wrongCode } from '#tests/api/second-factors.ts'
import { type Call, type Pair, raceRule, shuffled, tally } from './two-processes.ts'

const rounds = 20
const parallel = 64
const attemptsMax = 10

const verify = (id: string, code: string): Call => ({
  method: 'POST',
  path: `/users/${id}/verify_totp`,
  body: { code },
})
const remove = (id: string, what: 'totp' | 'mfa' | 'backup_code'): Call => ({
  method: 'DELETE',
  path: `/users/${id}/${what}`,
})

let people = 0
async function person(pair: Pair, fields: Record<string, unknown> = {}): Promise<string> {
  const body = { email_address: [`factors.${++people}@races.example`], totp_secret: secret, ...fields }
  const answer = await pair.request(0, 'POST', '/users', body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body.id
}

/** What answers tell of a user is what lies beside the user's row. */
async function consistent(pair: Pair, id: string): Promise<void> {
  const [user] = await pair.rows(`select totp_enabled, backup_code_enabled from users where id = '${id}'`)
  const totps = await pair.rows(`select id from totps where user_id = '${id}' and verified_at is not null`)
  const codes = await pair.rows(`select digest from backup_codes where user_id = '${id}'`)
  const found = [totps.length > 0, codes.length > 0]
  assert.deepEqual([Number(user!.totp_enabled) === 1, Number(user!.backup_code_enabled) === 1], found)
}

const kinds: [name: string, fieldsOf: () => Promise<object>, codeOf: () => string, type: string][] = [
  ['step of an authenticator app', async () => ({}), () => codeAt(Date.now()), 'totp'],
  ['backup code', async () => ({ backup_codes: ['race-code-1'] }), () => 'race-code-1', 'backup_code'],
  [
    'imported backup code',
    async () => ({ backup_codes: [await bcryptOf('race-code-2')] }),
    () => 'race-code-2',
    'backup_code',
  ],
]
for (const [name, fieldsOf, codeOf, type] of kinds)
  raceRule('FAC-4', `of ${parallel} at once one wins a ${name}`, async (pair) => {
    for (let round = 0; round < rounds; round++) {
      const id = await person(pair, { ...(await fieldsOf()) })
      const code = codeOf()
      const answers = await pair.together(Array.from({ length: parallel }, () => verify(id, code)))
      const won = answers.filter(({ status }) => status === 200)
      assert.deepEqual(
        won.map(({ body }) => body.code_type),
        [type],
        JSON.stringify(tally(answers)),
      )
      await consistent(pair, id)
    }
  })

raceRule('FAC-5', `of 200 wrong codes at most ${attemptsMax} are evaluated`, async (pair) => {
  for (let round = 0; round < 2; round++) {
    const id = await person(pair, { backup_codes: ['race-code-3'] })
    const wrong = [wrongCode(Date.now()), 'no-such-code']
    const answers = await pair.together(
      Array.from({ length: 200 }, (_, i) => verify(id, wrong[(i % 4) >> 1]!)),
    )
    const counts = tally(answers)
    const evaluated = (counts['422 totp_incorrect_code'] ?? 0) + (counts['422 totp_invalid_length'] ?? 0)
    assert.deepEqual([evaluated, counts['403 user_locked']], [attemptsMax, 200 - attemptsMax])
    for (const which of [0, 1] as const)
      for (const right of [codeAt(Date.now()), 'race-code-3']) {
        const { method, path, body } = verify(id, right)
        assert.equal((await pair.request(which, method, path, body)).status, 403)
      }
    const events = await pair.rows(`select details from events where subject = '${id}'`)
    assert.equal(events.filter(({ details }) => String(details).includes('user.locked')).length, 1)
  }
})

raceRule('FAC-6', 'a removal beside checks under way: either way nothing is left', async (pair) => {
  for (let round = 0; round < 12; round++) {
    const id = await person(pair, { backup_codes: ['race-code-4', 'race-code-5'] })
    const calls = [
      verify(id, codeAt(Date.now())),
      verify(id, 'race-code-4'),
      verify(id, 'race-code-5'),
      remove(id, round % 2 === 0 ? 'totp' : 'mfa'),
    ]
    tally(await pair.together(shuffled(calls)))
    await consistent(pair, id)
    const { body } = await pair.request(1, 'GET', `/users/${id}`)
    assert.deepEqual(
      [body.totp_enabled, body.backup_code_enabled, body.two_factor_enabled],
      [false, false, false],
    )
    const after = verify(id, codeAt(Date.now(), 1))
    assert.equal((await pair.request(0, after.method, after.path, after.body)).status, 400)
  }
})

raceRule(
  'FAC-6',
  'a confirmation beside a removal or a new secret never confirms what has gone',
  async (pair) => {
    for (let round = 0; round < 12; round++) {
      const id = await person(pair, { totp_secret: null })
      const { body } = await pair.request(0, 'POST', `/users/${id}/totp`)
      const code = codeAt(Date.now(), 0, body.secret)
      const other: Call =
        round % 2 === 0 ? remove(id, 'totp') : { method: 'POST', path: `/users/${id}/totp`, body: {} }
      const calls = [verify(id, code), other]
      const answers = await pair.together(round % 4 < 2 ? calls : calls.toReversed())
      const counts = tally(answers)
      await consistent(pair, id)
      const user = (await pair.request(1, 'GET', `/users/${id}`)).body
      const confirmed = answers.some(({ body }) => body?.code_type === 'totp')
      // The removal comes last in any order; a new secret is refused where the old one was confirmed before.
      if (round % 2 === 0) assert.equal(user.totp_enabled, false, JSON.stringify(counts))
      else assert.equal(user.totp_enabled, confirmed, JSON.stringify(counts))
    }
  },
)
