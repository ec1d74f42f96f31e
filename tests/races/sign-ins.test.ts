import assert from 'node:assert/strict'
import { mailedCode, rightPassword, testAddress } from '#tests/frontend/signing-in.ts'
import { type Pair, raceRule, tally } from './two-processes.ts'

const rounds = 20
const together = 64

async function person(pair: Pair) {
  const email = testAddress()
  const { body } = await pair.request(0, 'POST', '/users', {
    email_address: [email],
    password: rightPassword,
  })
  return { id: body.id as string, email }
}

/** An attempt of a new app, with the token of its client. */
async function attempt(pair: Pair, form: object) {
  const { body, headers } = await pair.request(1, 'POST', '/client/sign_ins', form, '')
  return { id: body.response.id as string, token: headers.get('authorization')! }
}

/** One answer is a success, and one session is there. */
async function oneWins(pair: Pair, userId: string, calls: Parameters<Pair['together']>[0]) {
  const answers = await pair.together(calls)
  assert.equal(tally(answers)['200'], 1, JSON.stringify(tally(answers)))
  const sessions = await pair.rows(`select id from sessions where user_id = '${userId}'`)
  assert.equal(sessions.length, 1)
  const [winner] = answers.filter(({ status }) => status === 200)
  assert.equal(winner!.body.response.created_session_id, sessions[0]!.id)
}

raceRule('SIN-13', `of ${together} who redeem a ticket one is signed in`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const { id } = await person(pair)
    const { body } = await pair.request(0, 'POST', '/sign_in_tokens', { user_id: id })
    const form = { strategy: 'ticket', ticket: body.token }
    const call = { method: 'POST', path: '/client/sign_ins', body: form, token: '' }
    await oneWins(
      pair,
      id,
      Array.from({ length: together }, () => call),
    )
  }
})

raceRule('SIN-13', `of ${together} who give a mailed code one is signed in`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const { id, email } = await person(pair)
    const { id: signIn, token } = await attempt(pair, { identifier: email, strategy: 'email_code' })
    const path = `/client/sign_ins/${signIn}/attempt_first_factor`
    const call = { method: 'POST', path, body: { strategy: 'email_code', code: mailedCode }, token }
    await oneWins(
      pair,
      id,
      Array.from({ length: together }, () => call),
    )
  }
})

raceRule('SIN-13', 'of eight who give the right password in one attempt one is signed in', async (pair) => {
  const { id, email } = await person(pair)
  const { id: signIn, token } = await attempt(pair, { identifier: email })
  const path = `/client/sign_ins/${signIn}/attempt_first_factor`
  const call = { method: 'POST', path, body: { strategy: 'password', password: rightPassword }, token }
  await oneWins(
    pair,
    id,
    Array.from({ length: 8 }, () => call),
  )
})
