import { Type } from 'typebox'

const valuesMax = 100
const values = (description: string) =>
  Type.Optional(Type.Array(Type.String(), { maxItems: valuesMax, description }))
const signed = (what: string) =>
  values(`${what} Repeat the key for several. A leading \`+\` includes (so does no sign), \`-\` excludes.`)
const part = (what: string) =>
  Type.Optional(
    Type.String({
      description: `Case-insensitive match of any part of ${what}. One or two characters match at the start of a word or identifier.`,
    }),
  )
const time = (description: string) => Type.Optional(Type.Integer({ format: 'int64', description }))

/** The filters that list and count share. They combine with AND, the values of one key with OR. */
export const userFilters = {
  email_address: values('Exact e-mail addresses, letter case aside. Repeat the key for several.'),
  phone_number: values('Exact phone numbers in E.164 form.'),
  external_id: signed('External ids.'),
  username: values('Exact usernames, letter case aside.'),
  web3_wallet: values('Exact wallet addresses.'),
  user_id: signed('User ids.'),
  organization_id: signed('Ids of organizations that the user is a member of.'),
  query: part('an e-mail address, phone number, username, wallet, user id, first or last name'),
  email_address_query: part('an e-mail address'),
  phone_number_query: part('a phone number'),
  username_query: part('a username'),
  name_query: part('the first or last name'),
  banned: Type.Optional(Type.Boolean({ description: 'Only the banned, or only the not banned.' })),
  last_active_at_before: time('Active before this Unix time in milliseconds.'),
  last_active_at_after: time('Active after this Unix time in milliseconds.'),
  last_active_at_since: time('Active on or after the day of this Unix time in milliseconds. Deprecated.'),
  created_at_before: time('Created before this Unix time in milliseconds.'),
  created_at_after: time('Created after this Unix time in milliseconds.'),
  last_sign_in_at_before: time('Signed in before this Unix time in milliseconds.'),
  last_sign_in_at_after: time('Signed in after this Unix time in milliseconds.'),
  provider: Type.Optional(
    Type.String({
      description: 'Provider of a connected account, such as `oauth_google`; with provider_user_id.',
    }),
  ),
  provider_user_id: values('Ids of the user at that provider; with provider.'),
}

/** The fields that `order_by` knows. `web3wallet` has no underscore on the wire. */
export const userOrderFields = [
  'created_at',
  'updated_at',
  'email_address',
  'web3wallet',
  'first_name',
  'last_name',
  'phone_number',
  'username',
  'last_active_at',
  'last_sign_in_at',
] as const
export type UserOrderField = (typeof userOrderFields)[number]
