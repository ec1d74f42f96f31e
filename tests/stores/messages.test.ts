import assert from 'node:assert/strict'
import type { Message, MessageOutcome } from '#server/mail/message-store.ts'
import { openStorage } from '#server/storage/open.ts'
import { event, given, onDatabases, onEngines, user } from './given.ts'

const now = 1_700_000_000_000
const minute = 60_000

let made = 0
const message = (more: Partial<Message> = {}): Message => ({
  id: `msg_${String(++made).padStart(4, '0')}`,
  kind: 'sign_in_code',
  user_id: null,
  recipient: 'ada@example.com',
  subject: 'A code',
  body: 'sealed',
  status: 'queued',
  attempts: 0,
  next_attempt_at: now,
  last_error: null,
  created_at: now,
  sent_at: null,
  updated_at: now,
  ...more,
})
const sent: MessageOutcome = { status: 'sent', at: now, nextAttemptAt: null, error: null, dropBody: true }

onEngines('a due message is claimed once, and again when the claim has run out', async ({ messages }) => {
  const queued = message()
  await messages.insert(queued)
  await messages.insert(message({ next_attempt_at: now + 60 * minute }))
  await messages.insert(message({ status: 'stored', next_attempt_at: null }))
  const first = (await messages.claim(now, now + minute))!
  assert.deepEqual([first.id, first.status, first.attempts], [queued.id, 'sending', 1])
  assert.equal(await messages.claim(now + minute - 1, now + 2 * minute), undefined)
  const second = (await messages.claim(now + minute, now + 2 * minute))!
  assert.deepEqual([second.id, second.attempts], [queued.id, 2])
  assert.equal(await messages.settle(first, sent), false)
  assert.equal(await messages.settle(second, { ...sent, at: now + minute }), true)
  assert.partialDeepStrictEqual(await messages.find(queued.id), {
    status: 'sent',
    body: null,
    sent_at: now + minute,
    next_attempt_at: null,
  })
  assert.equal(await messages.settle(second, sent), false)
})

onEngines('a postponed message keeps its body and tells why', async ({ messages }) => {
  await messages.insert(message())
  const claimed = (await messages.claim(now, now + minute))!
  const outcome = {
    status: 'queued',
    at: now,
    nextAttemptAt: now + 5000,
    error: 'ETIMEDOUT',
    dropBody: false,
  } as const
  await messages.settle(claimed, outcome)
  assert.partialDeepStrictEqual(await messages.find(claimed.id), {
    status: 'queued',
    body: 'sealed',
    attempts: 1,
    next_attempt_at: now + 5000,
    last_error: 'ETIMEDOUT',
    sent_at: null,
  })
})

onDatabases('64 messages are claimed by two processes, each once', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)]
  for (let i = 0; i < 64; i++) await servers[0]!.messages.insert(message())
  const claimed: string[] = []
  const work = async ({ messages }: (typeof servers)[number]) => {
    for (let misses = 0; misses < 20; ) {
      const one = await messages.claim(now, now + minute)
      if (one) claimed.push(one.id)
      else misses++
    }
  }
  await Promise.all([...servers, ...servers, ...servers].map(work))
  assert.equal(claimed.length, 64)
  assert.equal(new Set(claimed).size, 64)
  for (const server of servers) await server.close()
})

onEngines('lists go by address and by what came later, newest first', async ({ messages }) => {
  const all = [
    message(),
    message({ recipient: 'bob@example.com' }),
    message({ created_at: now + 1 }),
    message({ created_at: now + 2 }),
  ]
  for (const one of all) await messages.insert(one)
  const ids = async (...filters: Parameters<typeof messages.list>) =>
    (await messages.list(...filters)).map(({ id }) => all.findIndex((one) => one.id === id))
  assert.deepEqual(await ids({}, 10), [3, 2, 1, 0])
  assert.deepEqual(await ids({ recipient: 'ada@example.com' }, 2), [3, 2])
  assert.deepEqual(await ids({ recipient: 'ada@example.com', after: all[0] }, 10), [3, 2])
  assert.deepEqual(await ids({ after: all[0] }, 10), [3, 2, 1])
  assert.deepEqual(await ids({ after: all[3] }, 10), [])
})

onEngines('[MSG-11] messages go with their user, and when they are old', async (storage) => {
  const { messages, users } = storage
  await given(storage, user('user_1'))
  await messages.insert(message({ user_id: 'user_1' }))
  await messages.insert(message({ created_at: now - minute }))
  const kept = message()
  await messages.insert(kept)
  await messages.prune(now)
  await users.remove('user_1', (gone) => event('user.deleted', gone.id))
  assert.deepEqual(
    (await storage.rows('messages')).map(({ id }) => id),
    [kept.id],
  )
})
