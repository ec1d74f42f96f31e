import assert from 'node:assert/strict'
import { jsonText } from '#contract/shapes.ts'
import type { Invitation } from '#server/invitations/invitation.ts'
import type { SignUp } from '#server/sign-ups/sign-up.ts'
import { InvitationPassed, SignUpPassed } from '#server/sign-ups/sign-up-store.ts'
import type { Storage } from '#server/storage/storage.ts'
import { ValueTaken } from '#server/users/user-store.ts'
import { email, event, hash, onEngines, user } from './given.ts'

const now = 1_700_000_000_000

const signUp = (id: string, more: Partial<SignUp> = {}): SignUp => ({
  id,
  client_id: 'client_1',
  user_id: `user_of_${id}`,
  status: 'missing_requirements',
  email_address: 'new@example.com',
  invitation_kind: 'application',
  invitation_id: 'inv_1',
  given: {
    username: null,
    first_name: 'Ada',
    last_name: null,
    unsafe_metadata: jsonText('{"n":1.0}'),
    legal_accepted_at: null,
    has_password: true,
  },
  password: { hasher: 'argon2id', digest: 'sealed' },
  created_user_id: null,
  created_session_id: null,
  abandon_at: now + 1000,
  created_at: now,
  updated_at: now,
  ...more,
})

const invitation: Invitation = {
  id: 'inv_1',
  email_address: 'new@example.com',
  normalized: 'new@example.com',
  token_hash: hash('token'),
  status: 'pending',
  redirect_url: null,
  expire_at: now + 1000,
  public_metadata: jsonText('{}'),
  created_at: now,
  updated_at: now,
}

const invite = (storage: Storage) =>
  storage.invitations.insert([
    { invitation, event: event('invitation.created', 'inv_1'), message: undefined, ignoreExisting: false },
  ])

const newcomer = (id: string, address: string, at = now) => ({
  signUpId: id,
  user: user(`user_of_${id}`, { identifications: [email(address)], created_at: at }),
  password: { hasher: 'argon2id', digest: 'sealed' },
  events: [event('user.created', `user_of_${id}`)],
})

onEngines('a sign-up is kept as it is, and changes until it is complete', async (storage) => {
  await invite(storage)
  await storage.signUps.insert(signUp('sua_1'))
  assert.deepEqual(await storage.signUps.find('sua_1'), signUp('sua_1'))
  assert.equal(await storage.signUps.find('sua_\0'), undefined)
  const given = { ...signUp('sua_1').given, last_name: 'Lovelace' }
  const changed = await storage.signUps.change('sua_1', () => ({ given, password: null }), now + 1)
  assert.deepEqual(changed, signUp('sua_1', { given, password: null, updated_at: now + 1 }))
  await storage.signUps.bringIn(newcomer('sua_1', 'new@example.com'), 'inv_1')
  await storage.signUps.noteSession('sua_1', 'sess_1', now + 3)
  const done = (await storage.signUps.find('sua_1'))!
  assert.equal(done.status, 'complete')
  assert.equal(done.password, null)
  assert.equal(done.created_user_id, 'user_of_sua_1')
  assert.equal(done.created_session_id, 'sess_1')
  assert.equal(await storage.signUps.change('sua_1', () => ({ given }), now + 4), undefined)
  assert.equal((await storage.passwords.find('user_of_sua_1'))?.digest, 'sealed')
})

onEngines('an invitation brings in one user, or nobody', async (storage) => {
  await invite(storage)
  for (const id of ['sua_1', 'sua_2']) await storage.signUps.insert(signUp(id))
  await storage.users.insert(user('user_1', { identifications: [email('old@example.com')] }), event('x', 'y'))
  const nothing = async () => {
    assert.equal(await storage.users.find('user_of_sua_1'), undefined)
    assert.equal((await storage.signUps.find('sua_1'))!.status, 'missing_requirements')
    assert.equal((await storage.invitations.find('inv_1'))!.status, 'pending')
  }
  const { bringIn } = storage.signUps
  await assert.rejects(bringIn(newcomer('sua_1', 'old@example.com'), 'inv_1'), ValueTaken)
  await nothing()
  await assert.rejects(bringIn(newcomer('sua_1', 'new@example.com', now + 1000), 'inv_1'), InvitationPassed)
  await nothing()
  await assert.rejects(bringIn(newcomer('sua_1', 'new@example.com'), 'inv_2'), InvitationPassed)
  await assert.rejects(bringIn(newcomer('sua_3', 'new@example.com'), 'inv_1'), SignUpPassed)
  assert.equal(await storage.users.find('user_of_sua_3'), undefined)
  await nothing()
  await bringIn(newcomer('sua_1', 'new@example.com'), 'inv_1')
  await assert.rejects(bringIn(newcomer('sua_2', 'other@example.com'), 'inv_1'), InvitationPassed)
  assert.equal(await storage.users.find('user_of_sua_2'), undefined)
})

onEngines('old sign-ups go', async (storage) => {
  for (const id of ['sua_1', 'sua_2']) await storage.signUps.insert(signUp(id, { abandon_at: now }))
  await storage.signUps.insert(signUp('sua_3', { abandon_at: now + 1 }))
  await storage.signUps.prune(now + 1)
  assert.equal(await storage.signUps.find('sua_1'), undefined)
  assert.ok(await storage.signUps.find('sua_3'))
})
