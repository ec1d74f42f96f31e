import type { Example } from './example.ts'
import { ada, adaUser, changedAt, graceUser } from './users.ts'

const call = (method: string) => `const user = await clerk.users.${method}('${ada}')`
const changed = (changes: Parameters<typeof adaUser>[0]) => adaUser({ ...changes, updated_at: changedAt })

/** Bans, locks and passwords. */
export const accessExamples: Record<string, Example> = {
  BanUser: { params: { user_id: ada }, result: changed({ banned: true }), client: call('banUser') },
  UnbanUser: { params: { user_id: ada }, result: changed({}), client: call('unbanUser') },
  UsersBan: {
    body: { user_ids: [ada, graceUser.id] },
    result: [changed({ banned: true }), { ...graceUser, banned: true, updated_at: changedAt }],
    client: null,
  },
  UsersUnban: {
    body: { user_ids: [ada, graceUser.id] },
    result: [changed({}), { ...graceUser, updated_at: changedAt }],
    client: null,
  },
  LockUser: {
    params: { user_id: ada },
    result: changed({ locked: true, lockout_expires_in_seconds: 3600 }),
    client: call('lockUser'),
  },
  UnlockUser: { params: { user_id: ada }, result: changed({}), client: call('unlockUser') },
  VerifyPassword: {
    params: { user_id: ada },
    body: { password: 'Correct-Horse-9!' },
    result: { verified: true },
    client: `
const { verified } = await clerk.users.verifyPassword({
  userId: '${ada}',
  password: 'Correct-Horse-9!',
})`,
  },
  RemoveUserPassword: {
    params: { user_id: ada },
    body: { sign_out_of_other_sessions: true },
    result: changed({}),
    client: `
const user = await clerk.users.removePassword('${ada}', {
  signOutOfOtherSessions: true,
})`,
  },
  SetUserPasswordCompromised: {
    params: { user_id: ada },
    body: { revoke_all_sessions: true },
    result: changed({ password_enabled: true, password_last_updated_at: 1772442920902 }),
    client: `
const user = await clerk.users.setPasswordCompromised('${ada}', {
  revokeAllSessions: true,
})`,
  },
  UnsetUserPasswordCompromised: {
    params: { user_id: ada },
    result: changed({ password_enabled: true, password_last_updated_at: 1772442920902 }),
    client: call('unsetPasswordCompromised'),
  },
}
