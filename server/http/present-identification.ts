import type { Static } from 'typebox'
import type { EmailAddressVerification } from '#contract/email-addresses/verification.ts'
import type * as wire from '#contract/users/user.ts'
import type { EmailVerification } from '#server/identifications/email-verification.ts'
import type { Identification } from '#server/users/user.ts'
import type { AnswerText } from './route.ts'

type EmailAddress = Static<typeof wire.EmailAddress>
type PhoneNumber = Static<typeof wire.PhoneNumber>
type Verification = Static<typeof EmailAddressVerification>

const verified = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
} as const

const verificationOf = (identification: Identification) =>
  identification.strategy === 'admin' ? verified : null
const timesOf = ({ created_at, updated_at }: Identification) => ({ created_at, updated_at })

/** A code that was used is past its end: clients insist on a time. */
const verifiedByCode = ({ updated_at }: Identification) =>
  ({
    object: 'verification_otp',
    status: 'verified',
    strategy: 'email_code',
    attempts: null,
    expire_at: updated_at,
  }) as const

const verifiedByTicket = {
  object: 'verification_ticket',
  status: 'verified',
  strategy: 'ticket',
  attempts: null,
  expire_at: null,
} as const

const verificationOfEmail = (one: Identification) => {
  if (one.strategy === 'email_code') return verifiedByCode(one)
  return one.strategy === 'ticket' ? verifiedByTicket : verificationOf(one)
}

export const emailAddressOf = (one: Identification): EmailAddress => ({
  id: one.id,
  object: 'email_address',
  email_address: one.value,
  reserved: one.status === 'reserved',
  verification: verificationOfEmail(one),
  linked_to: [],
  matches_sso_connection: false,
  ...timesOf(one),
})

export const phoneNumberOf = (one: Identification): PhoneNumber => ({
  id: one.id,
  object: 'phone_number',
  phone_number: one.value,
  reserved_for_second_factor: one.reserved_for_second_factor,
  default_second_factor: one.default_second_factor,
  reserved: one.status === 'reserved',
  verification: verificationOf(one),
  linked_to: [],
  backup_codes: null,
  ...timesOf(one),
})

export const web3WalletOf = (one: Identification): Static<typeof wire.Web3Wallet> => ({
  id: one.id,
  object: 'web3_wallet',
  web3_wallet: one.value,
  verification: verificationOf(one),
  ...timesOf(one),
})

export const presentEmailAddress = (one: Identification): AnswerText<EmailAddress> =>
  JSON.stringify(emailAddressOf(one))

export const presentPhoneNumber = (one: Identification): AnswerText<PhoneNumber> =>
  JSON.stringify(phoneNumberOf(one))

export const presentVerification = ({ code, status }: EmailVerification): AnswerText<Verification> =>
  JSON.stringify({
    object: 'verification_otp',
    id: code.id,
    status,
    strategy: 'email_code',
    attempts: code.attempts,
    expire_at: code.expire_at,
  } satisfies Verification)
