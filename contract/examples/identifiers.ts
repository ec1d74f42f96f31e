import type { Example } from './example.ts'
import { ada, changedAt, verifiedByAdmin } from './users.ts'

const mail = 'idn_3AWT4YxXpUyRZJvmq3PYlYxkZQ8'
const phone = 'idn_3AWT4fH0wBqSk2N7cVtLrEoD1Ga'

const emailAddress = {
  id: mail,
  object: 'email_address',
  email_address: 'ada@lovelace.example',
  reserved: false,
  verification: verifiedByAdmin,
  linked_to: [],
  matches_sso_connection: false,
  created_at: changedAt,
  updated_at: changedAt,
}

const phoneNumber = {
  id: phone,
  object: 'phone_number',
  phone_number: '+12025550142',
  reserved_for_second_factor: false,
  default_second_factor: false,
  reserved: false,
  verification: verifiedByAdmin,
  linked_to: [],
  backup_codes: null,
  created_at: changedAt,
  updated_at: changedAt,
}

const later = changedAt + 61_300

const emailAddressExamples: Record<string, Example> = {
  CreateEmailAddress: {
    body: { user_id: ada, email_address: 'ada@lovelace.example', verified: true },
    result: emailAddress,
    client: `
const emailAddress = await clerk.emailAddresses.createEmailAddress({
  userId: '${ada}',
  emailAddress: 'ada@lovelace.example',
  verified: true,
})`,
  },
  GetEmailAddress: {
    params: { email_address_id: mail },
    result: emailAddress,
    client: `const emailAddress = await clerk.emailAddresses.getEmailAddress('${mail}')`,
  },
  UpdateEmailAddress: {
    params: { email_address_id: mail },
    body: { primary: true },
    result: emailAddress,
    client: `
const emailAddress = await clerk.emailAddresses.updateEmailAddress('${mail}', {
  primary: true,
})`,
  },
  DeleteEmailAddress: {
    params: { email_address_id: mail },
    result: { object: 'email_address', id: mail, deleted: true },
    client: `const deleted = await clerk.emailAddresses.deleteEmailAddress('${mail}')`,
  },
  ReplaceUserEmailAddress: {
    params: { user_id: ada },
    body: { email_address: 'ada@lovelace.example', identification_status: 'reserved' },
    result: { ...emailAddress, reserved: true, verification: null },
    client: `
const emailAddress = await clerk.users.replaceUserEmailAddress('${ada}', {
  emailAddress: 'ada@lovelace.example',
  identificationStatus: 'reserved',
})`,
  },
}

const phoneNumberExamples: Record<string, Example> = {
  CreatePhoneNumber: {
    body: { user_id: ada, phone_number: '+12025550142', verified: true },
    result: phoneNumber,
    client: `
const phoneNumber = await clerk.phoneNumbers.createPhoneNumber({
  userId: '${ada}',
  phoneNumber: '+12025550142',
  verified: true,
})`,
  },
  GetPhoneNumber: {
    params: { phone_number_id: phone },
    result: phoneNumber,
    client: `const phoneNumber = await clerk.phoneNumbers.getPhoneNumber('${phone}')`,
  },
  UpdatePhoneNumber: {
    params: { phone_number_id: phone },
    body: { reserved_for_second_factor: true },
    result: {
      ...phoneNumber,
      reserved_for_second_factor: true,
      default_second_factor: true,
      updated_at: later,
    },
    client: `
const phoneNumber = await clerk.phoneNumbers.updatePhoneNumber('${phone}', {
  reservedForSecondFactor: true,
})`,
  },
  DeletePhoneNumber: {
    params: { phone_number_id: phone },
    result: { object: 'phone_number', id: phone, deleted: true },
    client: `const deleted = await clerk.phoneNumbers.deletePhoneNumber('${phone}')`,
  },
  ReplaceUserPhoneNumber: {
    params: { user_id: ada },
    body: { phone_number: '+12025550142' },
    result: phoneNumber,
    client: `
const phoneNumber = await clerk.users.replaceUserPhoneNumber('${ada}', {
  phoneNumber: '+12025550142',
})`,
  },
}

export const identifierExamples: Record<string, Example> = { ...emailAddressExamples, ...phoneNumberExamples }
