import assert from 'node:assert/strict'
import { digestExamples, examplePassword } from '#tests/digest-examples.ts'
import { type Pair, raceRule, shuffled, tally } from './two-processes.ts'

const rounds = 3
const guesses = 200
const attemptsMax = 10

const verify = (id: string, password: string) => ({
  method: 'POST',
  path: `/users/${id}/verify_password`,
  body: { password },
})

async function person(pair: Pair, mark: string) {
  const { body } = await pair.request(0, 'POST', '/users', {
    email_address: [`${mark}@guesses.example`],
    // Slow enough that many guesses are under way at once.
    password_digest: digestExamples.scrypt_werkzeug[0],
    password_hasher: 'scrypt_werkzeug',
  })
  return body.id as string
}

raceRule('VPW-7', `of ${guesses} wrong passwords at most ${attemptsMax} are evaluated`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const id = await person(pair, `wrong.${round}`)
    const answers = await pair.together(Array.from({ length: guesses }, (_, i) => verify(id, `wrong ${i}`)))
    assert.deepEqual(tally(answers), {
      '422 incorrect_password': attemptsMax,
      '403 user_locked': guesses - attemptsMax,
    })
    for (const which of [0, 1] as const) {
      const { status, body } = await pair.request(which, 'POST', `/users/${id}/verify_password`, {
        password: examplePassword,
      })
      assert.equal(status, 403)
      assert.equal(body.errors[0].code, 'user_locked')
      const user = (await pair.request(which, 'GET', `/users/${id}`)).body
      assert.equal(user.locked, true)
      assert.equal(user.verification_attempts_remaining, 0)
    }
    const locks = await pair.rows(`select details from events where subject = '${id}'`)
    assert.equal(locks.filter(({ details }) => String(details).includes('user.locked')).length, 1)
  }
})

raceRule('VPW-7', 'the right password among 200 guesses: a success, or the lock', async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const id = await person(pair, `mixed.${round}`)
    const calls = Array.from({ length: guesses }, (_, i) => verify(id, `wrong ${i}`))
    calls.push(verify(id, examplePassword))
    const counts = tally(await pair.together(shuffled(calls)))
    const evaluated = (counts['422 incorrect_password'] ?? 0) + (counts['200'] ?? 0)
    // A success gives the attempts back, once.
    assert.ok(evaluated <= attemptsMax * (counts['200'] ? 2 : 1), JSON.stringify(counts))
    const during = await pair.request(1, 'POST', `/users/${id}/verify_password`, {
      password: examplePassword,
    })
    const { locked } = (await pair.request(0, 'GET', `/users/${id}`)).body
    if (locked) assert.equal(during.status, 403)
  }
})

raceRule('VPW-8', 'over two processes one digest of ours wins, and it verifies', async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const id = await person(pair, `exchange.${round}`)
    const answers = await pair.together(Array.from({ length: 8 }, () => verify(id, examplePassword)))
    assert.deepEqual(tally(answers), { 200: 8 })
    const stored = () => pair.rows(`select hasher, digest from passwords where user_id = '${id}'`)
    const [first] = await stored()
    assert.equal(first!.hasher, 'argon2id')
    for (const which of [0, 1] as const)
      assert.equal(
        (await pair.request(which, 'POST', `/users/${id}/verify_password`, { password: examplePassword }))
          .status,
        200,
      )
    assert.deepEqual(await stored(), [first])
  }
})
