import { identificationsOf, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

/** In a path `:` and `@` may stand as they are, and apps show what they read. */
const inLabel = (text: string) => encodeURIComponent(text).replaceAll('%40', '@').replaceAll('%3A', ':')

/** What a QR code says: the label is percent-encoded, the query is a form with sorted keys. */
export function totpUri(issuer: string, account: string, secret: string): string {
  const query = new URLSearchParams({ algorithm: 'SHA1', digits: '6', issuer, period: '30', secret })
  return `otpauth://totp/${inLabel(issuer)}:${inLabel(account)}?${query}`
}

/** Who the code is for, as an app lists it beside the application. */
export function accountOf(user: User): string {
  const primaries = [user.primary_email_address_id, user.primary_phone_number_id]
  const primary = primaries
    .map((id) => user.identifications.find((one) => one.id === id))
    .find((one) => one !== undefined)
  const account = primary ?? identificationsOf(user, 'username')[0] ?? user.identifications[0]
  return account?.value ?? user.id
}

/** A test instance is told apart from the live one in the same app. */
export const issuerOf = ({ settings, environment }: World): string =>
  (environment === 'test'
    ? `${settings.application_name} (development)`
    : settings.application_name
  ).toWellFormed()
