import type { Example } from './example.ts'
import { ada, changedAt } from './users.ts'

const named = { user_id: ada }
const call = (method: string) => `await clerk.users.${method}('${ada}')`
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** Authenticator apps and backup codes. */
export const secondFactorExamples: Record<string, Example> = {
  VerifyTOTP: {
    params: named,
    body: { code: '287082' },
    result: { verified: true, code_type: 'totp' },
    client: `
const { code_type } = await clerk.users.verifyTOTP({
  userId: '${ada}',
  code: '287082',
})`,
  },
  CreateTOTP: {
    params: named,
    result: {
      object: 'totp',
      id: 'totp_2Yq3ZkW8bT0nQe5rVhJm9sLxA1c',
      secret,
      uri: `otpauth://totp/Bartleby:ada@example.com?algorithm=SHA1&digits=6&issuer=Bartleby&period=30&secret=${secret}`,
      verified: false,
      backup_codes: [],
      created_at: changedAt,
      updated_at: changedAt,
    },
    client: null,
  },
  DeleteTOTP: { params: named, result: named, client: call('deleteUserTOTP') },
  DeleteBackupCode: { params: named, result: named, client: call('deleteUserBackupCodes') },
  DisableMFA: { params: named, result: named, client: call('disableUserMFA') },
}
