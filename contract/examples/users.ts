import type { Example, Json } from './example.ts'

export const ada = 'user_3ANpXOrGZmFtU3oZXz64dE63U69'
const grace = 'user_3AULsNSw4jvx5K3sSRlndWgGzpc'

export const verifiedByAdmin = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
}

const emailAddress = (id: string, address: string, at: number): Json => ({
  id,
  object: 'email_address',
  email_address: address,
  reserved: false,
  verification: verifiedByAdmin,
  linked_to: [],
  matches_sso_connection: false,
  created_at: at,
  updated_at: at,
})

const adasPhone: Json = {
  id: 'idn_3ANpXN03RtUtt6FMuLDnulhyHbD',
  object: 'phone_number',
  phone_number: '+12025550100',
  reserved_for_second_factor: false,
  default_second_factor: false,
  reserved: false,
  verification: verifiedByAdmin,
  linked_to: [],
  backup_codes: null,
  created_at: 1772442920902,
  updated_at: 1772442920902,
}

/** The address of a generated picture says what to draw, as base64url JSON. */
const pictureOf = (id: string, initials: string) => {
  const drawn = { type: 'default', iid: 'ins_3ANpVqHk0ZcW1mB7xYtR5dKf2Ls', rid: id, initials }
  const segment = btoa(JSON.stringify(drawn)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `http://127.0.0.1:4747/images/${segment}`
}

const user = (
  given: { id: string; initials: string; at: number; mail: string },
  rest: Record<string, Json>,
) => ({
  id: given.id,
  object: 'user',
  username: null,
  first_name: null,
  last_name: null,
  locale: null,
  image_url: pictureOf(given.id, given.initials),
  profile_image_url: pictureOf(given.id, given.initials),
  has_image: false,
  primary_email_address_id: given.mail,
  primary_phone_number_id: null,
  primary_web3_wallet_id: null,
  password_enabled: false,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  email_addresses: [],
  phone_numbers: [],
  web3_wallets: [],
  passkeys: [],
  external_accounts: [],
  saml_accounts: [],
  enterprise_accounts: [],
  password_last_updated_at: null,
  public_metadata: {},
  private_metadata: {},
  unsafe_metadata: {},
  external_id: null,
  last_sign_in_at: null,
  banned: false,
  locked: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: 10,
  deprovisioned: false,
  created_at: given.at,
  updated_at: given.at,
  delete_self_enabled: true,
  create_organization_enabled: true,
  create_organizations_limit: null,
  last_active_at: null,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: null,
  bypass_client_trust: false,
  ...rest,
})

export const adaUser = (changes: Record<string, Json> = {}) =>
  user(
    { id: ada, initials: 'AL', at: 1772442920902, mail: 'idn_3ANpXLcAkoW4jSRtsvoHEVnFyRQ' },
    {
      username: 'lovelace',
      first_name: 'Ada',
      last_name: 'Lovelace',
      primary_phone_number_id: 'idn_3ANpXN03RtUtt6FMuLDnulhyHbD',
      email_addresses: [emailAddress('idn_3ANpXLcAkoW4jSRtsvoHEVnFyRQ', 'ada@example.com', 1772442920902)],
      phone_numbers: [adasPhone],
      public_metadata: { plan: { name: 'team', seats: 5 } },
      external_id: 'customer-1815',
      ...changes,
    },
  )

export const graceUser = user(
  { id: grace, initials: 'GH', at: 1772642407318, mail: 'idn_3AULsJ3FlWabvmcLswF6hBSQQhU' },
  {
    first_name: 'Grace',
    last_name: 'Hopper',
    email_addresses: [emailAddress('idn_3AULsJ3FlWabvmcLswF6hBSQQhU', 'grace@example.com', 1772642407318)],
  },
)

export const changedAt = 1772704800440
const storedPicture = 'http://127.0.0.1:4747/images/img_3Gm8T0kQ4vYx2LcWnZrD7bHpJsE'

export const userExamples: Record<string, Example> = {
  GetUserList: {
    query: { query: 'example.com', limit: 2, order_by: '-created_at' },
    result: [graceUser, adaUser()],
    client: `
const { data, totalCount } = await clerk.users.getUserList({
  query: 'example.com',
  limit: 2,
  orderBy: '-created_at',
})`,
  },
  CreateUser: {
    body: {
      email_address: ['ada@example.com'],
      phone_number: ['+12025550100'],
      username: 'lovelace',
      first_name: 'Ada',
      last_name: 'Lovelace',
      external_id: 'customer-1815',
      public_metadata: { plan: { name: 'team', seats: 5 } },
    },
    result: adaUser(),
    client: `
const user = await clerk.users.createUser({
  emailAddress: ['ada@example.com'],
  phoneNumber: ['+12025550100'],
  username: 'lovelace',
  firstName: 'Ada',
  lastName: 'Lovelace',
  externalId: 'customer-1815',
  publicMetadata: { plan: { name: 'team', seats: 5 } },
})`,
  },
  GetUsersCount: {
    query: { email_address: ['ada@example.com', 'grace@example.com'] },
    result: { object: 'total_count', total_count: 2 },
    client: `
const total = await clerk.users.getCount({
  emailAddress: ['ada@example.com', 'grace@example.com'],
})`,
  },
  GetUser: {
    params: { user_id: ada },
    result: adaUser(),
    client: `const user = await clerk.users.getUser('${ada}')`,
  },
  UpdateUser: {
    params: { user_id: ada },
    body: { first_name: 'Augusta Ada', locale: 'en-GB' },
    result: adaUser({ first_name: 'Augusta Ada', locale: 'en-GB', updated_at: changedAt }),
    client: `
const user = await clerk.users.updateUser('${ada}', {
  firstName: 'Augusta Ada',
  locale: 'en-GB',
})`,
  },
  SetUserProfileImage: {
    params: { user_id: ada },
    file: 'ada.jpg',
    result: adaUser({
      image_url: storedPicture,
      profile_image_url: storedPicture,
      has_image: true,
      updated_at: changedAt,
    }),
    client: `
import { readFile } from 'node:fs/promises'

const file = new Blob([await readFile('ada.jpg')])
const user = await clerk.users.updateUserProfileImage('${ada}', { file })`,
  },
  DeleteUserProfileImage: {
    params: { user_id: ada },
    result: adaUser({ updated_at: changedAt }),
    client: `const user = await clerk.users.deleteUserProfileImage('${ada}')`,
  },
  DeleteUser: {
    params: { user_id: ada },
    result: { object: 'user', id: ada, deleted: true, external_id: 'customer-1815' },
    client: `const deleted = await clerk.users.deleteUser('${ada}')`,
  },
  UpdateUserMetadata: {
    params: { user_id: ada },
    body: { public_metadata: { plan: { seats: 12 }, trial: null } },
    result: adaUser({ public_metadata: { plan: { name: 'team', seats: 12 } }, updated_at: changedAt }),
    client: `
const user = await clerk.users.updateUserMetadata('${ada}', {
  publicMetadata: { plan: { seats: 12 }, trial: null },
})`,
  },
  ReplaceUserMetadata: {
    params: { user_id: ada },
    body: { private_metadata: { crm: { account: 'A-1843', owner: 'babbage' } } },
    result: adaUser({
      private_metadata: { crm: { account: 'A-1843', owner: 'babbage' } },
      updated_at: changedAt,
    }),
    client: `
const user = await clerk.users.replaceUserMetadata('${ada}', {
  privateMetadata: { crm: { account: 'A-1843', owner: 'babbage' } },
})`,
  },
}
