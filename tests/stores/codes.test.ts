import assert from 'node:assert/strict'
import type { CodeStore, StoredCode } from '#server/credentials/code-store.ts'
import { openStorage } from '#server/storage/open.ts'
import { event, onDatabases, onEngines } from './given.ts'

const now = 1_700_000_000_000
const minute = 60_000
const which = { purpose: 'sign_in', subject: 'sia_1' } as const
const free = [{ key: 'subject', max: 1000 }]
const many = Array.from({ length: 64 }, (_, index) => index)

let made = 0
const code = (more: Partial<StoredCode> = {}): StoredCode => ({
  ...which,
  id: `ver_${++made}`,
  user_id: null,
  recipient: 'ada@example.com',
  code_hash: 'right',
  attempts: 0,
  consumed_at: null,
  expire_at: now + 10 * minute,
  created_at: now,
  ...more,
})
const place = (codes: CodeStore, stored: StoredCode, budgets = free, windowBegin = now - 60 * minute) =>
  codes.replace(stored, { event: event('code.sent', stored.subject) }, budgets, windowBegin)
const attempt = (codes: CodeStore, hash: string, at = now) => codes.attempt(which, hash, at, 3)

onEngines('a try is counted whether it is right or wrong, and the right one consumes', async ({ codes }) => {
  await place(codes, code())
  assert.deepEqual(
    [(await attempt(codes, 'wrong'))?.attempts, (await codes.find(which))?.consumed_at],
    [1, null],
  )
  const right = await attempt(codes, 'right', now + minute)
  assert.deepEqual([right?.attempts, right?.consumed_at], [2, now + minute])
  assert.equal(await attempt(codes, 'right', now + minute), undefined)
  assert.deepEqual(await codes.find(which), right)
})

onEngines('a code is of no use after its tries, its time or its replacement', async ({ codes }) => {
  await place(codes, code())
  for (let i = 0; i < 3; i++) assert.equal((await attempt(codes, 'wrong'))?.consumed_at, null)
  assert.equal(await attempt(codes, 'right'), undefined)
  await place(codes, code({ expire_at: now + minute }))
  assert.equal(await attempt(codes, 'right', now + minute), undefined)
  await place(codes, code({ code_hash: 'older' }))
  const newer = code({ code_hash: 'newer' })
  await place(codes, newer)
  assert.equal((await attempt(codes, 'older'))?.consumed_at, null)
  assert.equal((await attempt(codes, 'newer'))?.id, newer.id)
})

onEngines('a code is found for its own purpose and subject alone', async ({ codes }) => {
  await place(codes, code())
  for (const other of [
    { ...which, subject: 'sia_2' },
    { purpose: 'email_address', subject: 'sia_1' } as const,
  ]) {
    assert.equal(await codes.attempt(other, 'right', now, 3), undefined)
    assert.equal(await codes.find(other), undefined)
  }
  assert.equal(await codes.attempt({ ...which, id: 'ver_other' }, 'right', now, 3), undefined)
  assert.equal((await codes.find(which))?.attempts, 0)
})

onEngines('a full budget refuses until its window is over, and then nothing was written', async (storage) => {
  const { codes } = storage
  const budgets = [
    { key: 'wide', max: 100 },
    { key: 'narrow', max: 2 },
  ]
  assert.equal(await place(codes, code(), budgets), undefined)
  assert.equal(await place(codes, code({ created_at: now + minute }), budgets), undefined)
  assert.deepEqual(await place(codes, code({ created_at: now + 2 * minute }), budgets), { full: now })
  assert.equal((await storage.rows('codes')).length, 2)
  const spent = (await storage.rows('code_budgets')).map(({ key, sent }) => [key, Number(sent)])
  assert.deepEqual(
    new Map(spent as [string, number][]),
    new Map([
      ['wide', 2],
      ['narrow', 2],
    ]),
  )
  assert.equal((await storage.rows('events')).length, 2)
  const later = now + 60 * minute
  assert.equal(await place(codes, code({ created_at: later }), budgets, later - 60 * minute), undefined)
})

onDatabases('of 64 right codes in two processes exactly one is accepted, twenty times', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)]
  for (let round = 0; round < 20; round++) {
    await place(servers[0]!.codes, code())
    const tries = await Promise.all(many.map((index) => attempt(servers[index % 2]!.codes, 'right')))
    assert.equal(tries.filter((tried) => tried?.consumed_at === now).length, 1)
  }
  for (const server of servers) await server.close()
})

onDatabases('64 wrong codes in two processes take three tries', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)]
  for (let round = 0; round < 5; round++) {
    await place(servers[0]!.codes, code())
    const tries = await Promise.all(many.map((index) => attempt(servers[index % 2]!.codes, `wrong ${index}`)))
    assert.equal(tries.filter((tried) => tried).length, 3)
  }
  for (const server of servers) await server.close()
})

onDatabases(
  '64 codes asked for at once stay within the budget, and one of them is valid',
  async (database) => {
    const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
    const servers = [await openStorage(options), await openStorage(options)]
    const budgets = [{ key: 'subject', max: 5 }]
    const answers = await Promise.all(many.map((index) => place(servers[index % 2]!.codes, code(), budgets)))
    assert.equal(answers.filter((answer) => answer === undefined).length, 5)
    const live = (await servers[0]!.rows('codes')).filter(({ expire_at }) => Number(expire_at) > now)
    assert.equal(live.length, 1)
    for (const server of servers) await server.close()
  },
)
