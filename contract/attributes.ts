/** The attribute of an instance that a body parameter belongs to; a disabled one takes its parameters along. */
export const attributeOfParameter = {
  email_address: 'email_address',
  email_address_identification_status: 'email_address',
  phone_number: 'phone_number',
  phone_number_identification_status: 'phone_number',
  web3_wallet: 'web3_wallet',
  username: 'username',
  first_name: 'first_name',
  last_name: 'last_name',
  password: 'password',
  password_digest: 'password',
  password_hasher: 'password',
  totp_secret: 'authenticator_app',
  backup_codes: 'backup_code',
} as const
