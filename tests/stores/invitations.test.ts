import assert from 'node:assert/strict'
import { jsonText } from '#contract/shapes.ts'
import type { Invitation } from '#server/invitations/invitation.ts'
import { AlreadyInvited } from '#server/invitations/invitation-store.ts'
import type { Storage } from '#server/storage/storage.ts'
import { event, hash, onEngines } from './given.ts'

const now = 1_700_000_000_000

const invitation = (id: string, more: Partial<Invitation> = {}): Invitation => ({
  id,
  email_address: `${id}@example.com`,
  normalized: `${id}@example.com`,
  token_hash: hash(id),
  status: 'pending',
  redirect_url: null,
  expire_at: now + 1000,
  created_at: now,
  updated_at: now,
  public_metadata: jsonText('{}'),
  ...more,
})

const insert = (storage: Storage, ...invitations: Invitation[]) =>
  storage.invitations.insert(
    invitations.map((invitation) => ({
      invitation,
      event: event('invitation.created', invitation.id),
      message: undefined,
      ignoreExisting: false,
    })),
  )

onEngines('[INV-4 INV-11] an address that is invited undoes the whole write', async (storage) => {
  await insert(storage, invitation('inv_1'))
  const same = { normalized: 'inv_1@example.com' }
  await assert.rejects(insert(storage, invitation('inv_0'), invitation('inv_2', same)), AlreadyInvited)
  assert.equal(await storage.invitations.find('inv_0'), undefined)
  assert.deepEqual(await storage.invitations.findByTokenHash(hash('inv_1')), invitation('inv_1'))
  assert.equal((await storage.rows('events')).length, 1)
  const later = { ...same, created_at: now + 1000, expire_at: now + 2000 }
  await insert(storage, invitation('inv_3', later))
  const whileOpen = { ...same, created_at: now + 1500, expire_at: now + 2500 }
  await assert.rejects(insert(storage, invitation('inv_4', whileOpen)), AlreadyInvited)
})

onEngines('[INV-19] a revocation happens once, with its event', async (storage) => {
  await insert(storage, invitation('inv_1'))
  const revoke = () => storage.invitations.revoke('inv_1', now + 1, event('invitation.revoked', 'inv_1'))
  const answers = await Promise.all([revoke(), revoke(), revoke()])
  assert.deepEqual(
    answers.filter((one) => one).map((one) => one!.status),
    ['revoked'],
  )
  assert.equal((await storage.rows('events')).length, 2)
})

onEngines('[INV-21] accepted and revoked at once, one of the two holds', async (storage) => {
  for (let round = 0; round < 20; round++) {
    const id = `inv_${round}`
    await insert(storage, invitation(id))
    const accept = () => storage.invitations.accept(id, now + 1, event('invitation.accepted', id))
    const revoke = () => storage.invitations.revoke(id, now + 1, event('invitation.revoked', id))
    const answers = await Promise.all(
      round % 2 ? [accept(), revoke(), accept()] : [revoke(), accept(), revoke()],
    )
    assert.equal(answers.filter(Boolean).length, 1)
    const { status } = (await storage.invitations.find(id))!
    const ended = (await storage.rows('events')).filter((row) => row.subject === id).map(({ type }) => type)
    assert.deepEqual(ended.toSorted(), [`invitation.${status}`, 'invitation.created'].toSorted())
  }
})
