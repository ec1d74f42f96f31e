import assert from 'node:assert/strict'
import type { SignIn } from '#server/sessions/sign-in.ts'
import { SignInPassed } from '#server/sessions/sign-in-store.ts'
import type { Storage } from '#server/storage/storage.ts'
import { change, client, given, onEngines, session, user } from './given.ts'

const now = 1_700_000_000_000
const proved = { strategy: 'password', verified: true } as const

const signIn = (id: string): SignIn => ({
  id,
  client_id: 'client_1',
  user_id: 'user_1',
  status: 'needs_first_factor',
  identifier: 'ada@example.com',
  first_factor: null,
  second_factor: null,
  first_factor_at: null,
  created_session_id: null,
  abandon_at: now + 1000,
  created_at: now,
  updated_at: now,
})

async function begun(storage: Storage, ...ids: string[]): Promise<void> {
  await given(storage, user('user_1'))
  await storage.clients.insert(client('client_1'))
  for (const id of ids) await storage.signIns.insert(signIn(id))
}

onEngines(
  '[SIN-13] an attempt is completed once, and what comes too late leaves no session',
  async (storage) => {
    await begun(storage, 'sia_1', 'sia_2')
    const complete = (id: string) => {
      const completion = {
        id: 'sia_1',
        from: 'needs_first_factor',
        change: { first_factor: proved },
      } as const
      return change(storage, 'user_1', {
        newSession: session(id, 'user_1', 'client_1'),
        completesSignIn: { ...completion, session: id },
      })
    }
    const ids = Array.from({ length: 8 }, (_, index) => `sess_${index}`)
    const settled = await Promise.allSettled(ids.map(complete))
    const won = ids.filter((_, index) => settled[index]!.status === 'fulfilled')
    assert.equal(won.length, 1)
    for (const each of settled) if (each.status === 'rejected') assert.ok(each.reason instanceof SignInPassed)
    const { status, created_session_id } = (await storage.signIns.find('sia_1'))!
    assert.deepEqual([status, created_session_id], ['complete', won[0]])
    assert.deepEqual(
      (await storage.sessions.ofClient('client_1')).map(({ id }) => id),
      won,
    )
    assert.deepEqual(await storage.signIns.find('sia_2'), signIn('sia_2'))
  },
)

onEngines('[SIN-13] of two who move an attempt on one does', async (storage) => {
  await begun(storage, 'sia_1', 'sia_2')
  const move = () =>
    storage.signIns.move('sia_1', 'needs_first_factor', { status: 'needs_second_factor' }, now + 1)
  const moved = await Promise.all([move(), move()])
  assert.deepEqual(
    moved.flatMap((each) => (each ? [[each.id, each.status, each.updated_at]] : [])),
    [['sia_1', 'needs_second_factor', now + 1]],
  )
  assert.deepEqual(await storage.signIns.find('sia_2'), signIn('sia_2'))
})
