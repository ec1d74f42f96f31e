import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPublished } from '#tests/published-check.ts'
import type { Answer } from '#tests/running-server.ts'

const times = { created_at: 1737440173271, updated_at: 1737440173271 }
const user = {
  id: 'user_2A0t501eJKqv6LwKvHsvWJK5xr6',
  object: 'user',
  username: 'ada',
  first_name: 'Ada',
  last_name: null,
  has_image: false,
  primary_email_address_id: 'idn_2A0t501eJKqv6LwKvHsvWJK5xr7',
  primary_phone_number_id: null,
  primary_web3_wallet_id: null,
  password_enabled: true,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  email_addresses: [
    {
      object: 'email_address',
      email_address: 'ada@example.test',
      reserved: false,
      verification: {
        object: 'verification_admin',
        status: 'verified',
        strategy: 'admin',
        attempts: null,
        expire_at: null,
      },
      linked_to: [],
      ...times,
    },
  ],
  phone_numbers: [],
  web3_wallets: [],
  passkeys: [],
  external_accounts: [],
  saml_accounts: [],
  enterprise_accounts: [],
  public_metadata: {},
  external_id: null,
  last_sign_in_at: null,
  banned: false,
  locked: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: 10,
  delete_self_enabled: true,
  create_organization_enabled: true,
  last_active_at: null,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: null,
  ...times,
}

const check = (method: string, path: string, status: number, body: unknown) =>
  checkPublished(method, path, { status, body, text: '', headers: new Headers() } satisfies Answer)

test('a published user passes, and what a generated client cannot read does not', {
  skip: process.env.CLERK_OPENAPI_DIR ? false : 'CLERK_OPENAPI_DIR is not set',
}, () => {
  check('GET', '/users/{user_id}', 200, user)
  check('GET', '/users', 200, [user])
  check('PUT', '/users/{user_id}/metadata', 200, user)
  check('GET', '/users/{user_id}', 404, { errors: [{ message: '', long_message: '', code: 'x' }] })
  check('DELETE', '/bartleby/nothing-published', 200, { anything: true })
  const refuses = (body: unknown) =>
    assert.throws(() => check('GET', '/users/{user_id}', 200, body), /is not as published/)
  const { linked_to, ...unlinked } = user.email_addresses[0]!
  refuses({ ...user, email_addresses: [unlinked] })
  refuses({ ...user, public_metadata: null })
  refuses({ ...user, created_at: 1.5 })
  refuses({ ...user, surprise: 1 })
  assert.throws(() => check('GET', '/users/{user_id}', 418, { errors: [{ message: '', code: 'x' }] }))
})
