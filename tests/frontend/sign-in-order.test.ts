import assert from 'node:assert/strict'
import { codeAt, secret } from '#tests/api/second-factors.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { backupCode, begin, mailedCode, person, rightPassword, step, ticketOf } from './signing-in.ts'
import { type Form, forVisitors, visitor } from './visitor.ts'

const first = ['password', 'email_code', 'ticket'] as const
const second = ['none', 'totp', 'backup_code'] as const
type First = (typeof first)[number]
type Second = (typeof second)[number]

const bodies: Record<Second, Record<string, unknown>> = {
  none: {},
  totp: { totp_secret: secret },
  backup_code: { totp_secret: secret, backup_codes: [backupCode, 'other-code-2'] },
}

const names = ['prepare', 'first', 'second', 'new_password'] as const
type Name = (typeof names)[number]

/** Every order of the steps, each at most twice in a row of four. */
const orders = names.flatMap((a) =>
  names.flatMap((b) => names.flatMap((c) => (a === b && b === c ? [] : [[a, b, c] as const]))),
)

interface Model {
  proved: boolean
  sent: boolean
  complete: boolean
}

/** What the step must lead to; everything else must be refused and change nothing. */
function expected(model: Model, name: Name, one: First, two: Second): boolean {
  if (model.complete || name === 'new_password') return false
  if (name === 'prepare') return !model.proved
  if (name === 'first') return !model.proved && (one !== 'email_code' || model.sent)
  return model.proved && two !== 'none'
}

async function formOf(
  server: TestServer,
  name: Name,
  one: First,
  two: Second,
  userId: string,
): Promise<[string, Form]> {
  if (name === 'prepare') return ['prepare_first_factor', { strategy: 'email_code' }]
  if (name === 'new_password') return ['reset_password', { password: 'another horse 8' }]
  if (name === 'second') {
    const code = two === 'backup_code' ? backupCode : codeAt(server.clock.now)
    return ['attempt_second_factor', { strategy: two === 'none' ? 'totp' : two, code }]
  }
  const proof: Record<First, Form> = {
    password: { password: rightPassword },
    email_code: { code: mailedCode },
    ticket: {},
  }
  const ticket: Form = one === 'ticket' ? { ticket: await ticketOf(server, userId) } : {}
  return ['attempt_first_factor', { strategy: one, ...proof[one], ...ticket }]
}

for (const one of first)
  for (const two of second)
    rule(
      'MFI-1',
      `no order of steps leads past a second factor: ${one}, ${two}`,
      async (server) => {
        server.clock.freeze()
        // Only a mailed code has something to prepare; a new password is out of place in all of them alike.
        const left = one === 'email_code' ? 'new_password' : 'prepare'
        const fit = orders.filter((order) => !order.some((name) => name === left))
        for (const order of fit) {
          const { id, email } = await person(server, bodies[two])
          const browser = visitor(server)
          const signIn = await browser.post('/client/sign_ins', { identifier: email })
          const model: Model = { proved: false, sent: false, complete: false }
          for (const name of order) {
            const may = expected(model, name, one, two)
            const answer = await step(browser, signIn.id, ...(await formOf(server, name, one, two, id)))
            assert.equal(answer.status === 200, may, `${order} at ${name}: ${answer.text}`)
            if (!may) continue
            if (name === 'prepare') model.sent = true
            if (name === 'first') model.proved = true
            if (name === 'second' || (name === 'first' && two === 'none')) model.complete = true
          }
          const client = await browser.get('/client')
          assert.equal(client.sessions.length, model.complete ? 1 : 0, `${order}`)
          assert.equal(client.sign_in.status === 'complete', model.complete)
          const sessions = (await server.rows('sessions')).filter(({ user_id }) => user_id === id)
          assert.equal(sessions.length, model.complete ? 1 : 0, `${order}`)
        }
      },
      { settings: forVisitors },
    )

rule(
  'MFI-1',
  'a ticket or a code that begins an attempt is a first factor like any other',
  async (server) => {
    server.clock.freeze()
    for (const two of ['totp', 'backup_code'] as const) {
      const { id, email } = await person(server, bodies[two])
      const byTicket = visitor(server)
      const { body } = await begin(byTicket, { strategy: 'ticket', ticket: await ticketOf(server, id) })
      assert.equal(body.response.status, 'needs_second_factor')
      assert.equal(body.client.sessions.length, 0)
      const byCode = visitor(server)
      const sent = await byCode.post('/client/sign_ins', { identifier: email, strategy: 'email_code' })
      const half = await step(byCode, sent.id, 'attempt_first_factor', {
        strategy: 'email_code',
        code: mailedCode,
      })
      assert.equal(half.body.response.status, 'needs_second_factor')
      const [, form] = await formOf(server, 'second', 'ticket', two, id)
      const done = await step(byCode, sent.id, 'attempt_second_factor', form)
      assert.equal(done.body.response.status, 'complete')
      assert.deepEqual(done.body.client.sessions[0].factor_verification_age, [0, 0])
    }
  },
  { settings: forVisitors },
)
