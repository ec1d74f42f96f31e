import assert from 'node:assert/strict'
import type { Answer } from '#tests/running-server.ts'
import { type Pair, raceRule, tally } from './two-processes.ts'

const rounds = 20
const contenders = 64

const randomCase = (text: string) =>
  [...text].map((letter) => (Math.random() < 0.5 ? letter.toUpperCase() : letter.toLowerCase())).join('')

interface Race {
  /** The value of a round as one contender writes it. */
  write(value: string): Record<string, unknown>
  value(round: number): string
  param: string
  /** The list filter that finds the holder. */
  filter(value: string): string
  holds(user: Answer['body'], value: string): boolean
}

/** 64 creates with one value, everything else in them different: one wins, nothing of the others stays. */
async function race(pair: Pair, name: string, { write, value, param, filter, holds }: Race) {
  for (let round = 0; round < rounds; round++) {
    const contested = value(round)
    const marks = Array.from({ length: contenders }, (_, i) => `${name}_${round}_${i}`)
    const calls = marks.map((mark) => ({
      method: 'POST',
      path: '/users',
      body: {
        email_address: [`${mark}@contender.example`],
        username: mark,
        external_id: mark,
        ...write(contested),
      },
    }))
    const answers = await pair.together(calls)
    assert.deepEqual(
      tally(answers),
      { 200: 1, [`422 form_identifier_exists ${param}`]: contenders - 1 },
      `round ${round}`,
    )
    const winner = answers.find(({ status }) => status === 200)!.body
    assert.ok(holds(winner, contested), JSON.stringify(winner))
    for (const which of [0, 1] as const) {
      const found = await pair.request(which, 'GET', `/users?${filter(contested)}`)
      assert.deepEqual(found.body, [winner], `round ${round}`)
      const one = await pair.request(which, 'GET', `/users/${winner.id}`)
      assert.deepEqual(one.body, winner)
    }
    const marked = await pair.request(0, 'GET', `/users/count?query=${name}_${round}_`)
    assert.equal(marked.body.total_count, 1, 'nothing of those who lost is there')
  }
  const ownerless = 'select 1 from identifications where user_id not in (select id from users)'
  assert.deepEqual(await pair.rows(ownerless), [])
  const noted = "select subject from events where type = 'user.created'"
  const users = await pair.rows('select id as subject from users')
  const bySubject = (rows: Record<string, unknown>[]) => rows.map(({ subject }) => subject).sort()
  assert.deepEqual(bySubject(await pair.rows(noted)), bySubject(users), 'an event for each user and no other')
}

const email = (spelling: (text: string) => string): Race => ({
  value: (round) => `one.${spelling === randomCase ? 'cased' : 'same'}.${round}@example.com`,
  write: (value) => ({ email_address: [spelling(value)] }),
  param: 'email_address',
  filter: (value) => `email_address=${encodeURIComponent(value)}`,
  holds: (user, value) => user.email_addresses[0].email_address === value,
})

const username = (spelling: (text: string) => string): Race => ({
  value: (round) => `only-${spelling === randomCase ? 'cased' : 'same'}-${round}`,
  write: (value) => ({ username: spelling(value) }),
  param: 'username',
  filter: (value) => `username=${value}`,
  holds: (user, value) => user.username.toLowerCase() === value,
})

const same = (text: string) => text

raceRule(
  'RAC-1 IDM-9',
  'of 64 parallel creates with one address exactly one succeeds, 20 times over',
  (pair) => race(pair, 'mail', email(same)),
)

raceRule(
  'RAC-1 IDM-4',
  'of 64 parallel creates with one address in various cases exactly one succeeds, 20 times over',
  (pair) => race(pair, 'casemail', email(randomCase)),
)

raceRule(
  'RAC-2 IDM-9',
  'of 64 parallel creates with one username exactly one succeeds, 20 times over',
  (pair) => race(pair, 'name', username(same)),
)

raceRule(
  'RAC-2 IDM-5',
  'of 64 parallel creates with one username in various cases exactly one succeeds, 20 times over',
  (pair) => race(pair, 'casename', username(randomCase)),
)

raceRule(
  'RAC-3 CRT-7',
  'of 64 parallel creates with one external id exactly one succeeds, 20 times over',
  (pair) =>
    race(pair, 'ext', {
      value: (round) => `contested-${round}`,
      write: (value) => ({ external_id: value }),
      param: 'external_id',
      filter: (value) => `external_id=${value}`,
      holds: (user, value) => user.external_id === value,
    }),
)
