import assert from 'node:assert/strict'
import type { Ticket } from '#server/sessions/ticket-store.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import { change, client, event, given, hash, onEngines, session, user } from './given.ts'

const at = 1_700_000_000_000

const ticket = (id: string): Ticket => ({
  id,
  kind: 'sign_in_token',
  user_id: 'user_1',
  token_hash: hash(id),
  status: 'pending',
  actor: null,
  organization_id: null,
  session_max_duration_in_seconds: null,
  expire_at: at + 1000,
  created_at: at,
  updated_at: at,
})

const live = async (storage: Storage, clientId: string) =>
  (await storage.sessions.ofClient(clientId)).filter(({ status }) => status === 'active')

onEngines('sign-ins that race on one client leave one session', async (storage) => {
  const ids = Array.from({ length: 8 }, (_, index) => `user_${index}`)
  await given(storage, ...ids.map((id) => user(id)))
  await storage.clients.insert(client('client_1'))
  const begin = (id: string) =>
    change(storage, id, { newSession: session(`sess_${id}`, id, 'client_1'), replacesOthers: true })
  await Promise.all(ids.map(begin))
  const [last, ...others] = await live(storage, 'client_1')
  assert.ok(last)
  assert.deepEqual(others, [])
  assert.equal((await storage.clients.find('client_1'))?.last_active_session_id, last.id)
  const types = (await storage.rows('events')).map(({ type }) => type)
  assert.equal(types.filter((type) => type === 'session.created').length, 8)
  assert.equal(types.filter((type) => type === 'session.replaced').length, 7)
})

onEngines('a session that has ended or run out is neither touched nor ended again', async (storage) => {
  await given(storage, user('user_1'))
  await change(storage, 'user_1', { newSession: session('sess_1', 'user_1', 'client_1') })
  const touch = (now: number) => storage.sessions.touch('sess_1', { last_active_at: now }, now)
  const end = (now: number) => storage.sessions.end('sess_1', 'ended', now, event('session.ended', 'sess_1'))
  assert.equal((await touch(at + 999))?.last_active_at, at + 999)
  assert.equal(await touch(at + 1000), undefined)
  assert.equal(await end(at + 1000), undefined)
  const ended = await Promise.all(Array.from({ length: 8 }, () => end(at + 10)))
  assert.equal(ended.filter((one) => one?.status === 'ended').length, 1)
  assert.equal(await touch(at + 11), undefined)
  assert.equal((await storage.sessions.find('sess_1'))?.last_active_at, at + 999)
})

onEngines('a session begins without replacing others unless asked to', async (storage) => {
  await given(storage, user('user_1'))
  await storage.clients.insert(client('client_1'))
  for (const id of ['sess_1', 'sess_2'])
    await change(storage, 'user_1', { newSession: session(id, 'user_1', 'client_1') })
  assert.equal((await live(storage, 'client_1')).length, 2)
  await change(storage, 'user_1', { endSessions: { status: 'revoked', except: 'sess_2' } })
  assert.deepEqual(
    (await live(storage, 'client_1')).map(({ id }) => id),
    ['sess_2'],
  )
})

onEngines('a ticket has one winner among 64, in two openings of the database', async (storage, database) => {
  const second = await openStorage({ databaseUrl: database.databaseUrl, dataFolder: database.data })
  await given(storage, user('user_1'))
  assert.equal(await storage.tickets.insert(ticket('sit_1'), event('sign_in_token.created', 'sit_1')), true)
  const races = Array.from({ length: 64 }, (_, index) =>
    (index % 2 ? storage : second).tickets.redeem(hash('sit_1'), at + 1),
  )
  const winners = (await Promise.all(races)).filter((one) => one !== undefined)
  assert.deepEqual(
    winners.map(({ id, status }) => [id, status]),
    [['sit_1', 'accepted']],
  )
  await second.close()
})

onEngines('a ticket that is revoked or has run out is worth nothing', async (storage) => {
  await given(storage, user('user_1'))
  for (const id of ['sit_1', 'sit_2'])
    await storage.tickets.insert(ticket(id), event('sign_in_token.created', id))
  const revoked = event('sign_in_token.revoked', 'sit_1')
  assert.equal((await storage.tickets.revoke('sign_in_token', 'sit_1', at, revoked))?.status, 'revoked')
  assert.equal(await storage.tickets.redeem(hash('sit_1'), at + 1), undefined)
  assert.equal(await storage.tickets.redeem(hash('sit_2'), at + 1000), undefined)
  const orphan = { ...ticket('sit_3'), user_id: 'user_nobody' }
  assert.equal(await storage.tickets.insert(orphan, event('sign_in_token.created', 'sit_3')), false)
  assert.deepEqual(
    (await storage.rows('tickets')).map(({ status }) => status),
    ['revoked', 'pending'],
  )
})

onEngines('a client is found by the hash of its token, also after it got another one', async (storage) => {
  await storage.clients.insert(client('client_1'))
  assert.equal((await storage.clients.findByTokenHash(hash('client_1')))?.id, 'client_1')
  const changed = await storage.clients.change('client_1', { token_hash: hash('new'), updated_at: at + 1 })
  assert.equal(changed?.updated_at, at + 1)
  assert.equal(await storage.clients.findByTokenHash(hash('client_1')), undefined)
  assert.equal((await storage.clients.findByTokenHash(hash('new')))?.id, 'client_1')
  assert.equal(await storage.clients.change('client_nobody', { updated_at: at }), undefined)
})
