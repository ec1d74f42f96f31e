import assert from 'node:assert/strict'
import type { StoredTotp } from '#server/credentials/second-factors.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import { change, given, onDatabases, onEngines, user } from './given.ts'

const now = 1_700_000_000_000
const many = Array.from({ length: 64 }, (_, index) => index)

const app = (id: string, more: Partial<StoredTotp> = {}): StoredTotp => ({
  id,
  secret: `sealed ${id}`,
  verified_at: null,
  last_step: 0,
  created_at: now,
  updated_at: now,
  ...more,
})
const unchanged = () => undefined
const spendStep = ({ factors }: Storage, totpId: string, step: number) =>
  factors.spendStep('user_1', { totpId, step, at: now }, unchanged)

onEngines('[FAC-6] the code of a secret that has gone confirms no other one', async (storage) => {
  await given(storage, user('user_1'))
  await change(storage, 'user_1', { totp: app('totp_old') })
  await change(storage, 'user_1', { totp: app('totp_new') })
  assert.equal(await spendStep(storage, 'totp_old', 7), undefined)
  assert.deepEqual(await storage.factors.findTotp('user_1'), app('totp_new'))
  assert.equal((await spendStep(storage, 'totp_new', 7))?.id, 'user_1')
  const { verified_at, last_step } = (await storage.factors.findTotp('user_1'))!
  assert.deepEqual([verified_at, last_step], [now, 7])
  await change(storage, 'user_1', { totp: null })
  assert.equal(await spendStep(storage, 'totp_new', 8), undefined)
})

onEngines('[FAC-6] what one user has is not spent by another', async (storage) => {
  await given(storage, user('user_1'), user('user_2'))
  const backupCodes = [{ digest: 'digest', hasher: 'keyed' }] as const
  await change(storage, 'user_2', { totp: app('totp_2'), backupCodes })
  assert.equal(await spendStep(storage, 'totp_2', 7), undefined)
  assert.equal(await storage.factors.spendBackupCode('user_1', 'digest', unchanged), undefined)
  assert.deepEqual(await storage.factors.findTotp('user_2'), app('totp_2'))
  assert.equal((await storage.factors.spendBackupCode('user_2', 'digest', unchanged))?.id, 'user_2')
})

onDatabases('[FAC-4] of 64 at two storages one spends a step or a backup code', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)]
  const together = async (spend: (storage: Storage) => Promise<unknown>) => {
    const spent = await Promise.all(many.map((index) => spend(servers[index % 2]!)))
    return spent.filter((each) => each !== undefined).length
  }
  await given(servers[0]!, user('user_1'))
  const backupCodes = ['a', 'b', 'c'].map((digest) => ({ digest, hasher: 'keyed' as const }))
  await change(servers[0]!, 'user_1', { totp: app('totp_1'), backupCodes })
  for (const step of [5, 6, 7])
    assert.equal(await together((storage) => spendStep(storage, 'totp_1', step)), 1)
  // A step that is earlier than the last one is gone with it.
  assert.equal(await together((storage) => spendStep(storage, 'totp_1', 6)), 0)
  for (const { digest } of backupCodes)
    assert.equal(await together(({ factors }) => factors.spendBackupCode('user_1', digest, unchanged)), 1)
  for (const server of servers) await server.close()
})
