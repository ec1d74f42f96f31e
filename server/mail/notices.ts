import { identificationsOf, type User, type UserAttributes } from '#server/users/user.ts'
import type { Decision, UserChange } from '#server/users/user-store.ts'
import type { World } from '#server/world.ts'
import type { MailOrder } from './messages.ts'

const addressOf = (user: User, id: string | null) =>
  identificationsOf(user, 'email_address').find((one) => one.id === id)?.value

/** Factors that come or go, in the words of the mail. */
function* factorsOf(
  user: User,
  { attributes = {}, add = [], remove = [] }: UserChange,
): Generator<{ factor: string; isThere: boolean }> {
  const flips = (key: keyof UserAttributes) => key in attributes && attributes[key] !== user[key]
  if (flips('totp_enabled'))
    yield { factor: 'an authenticator app', isThere: attributes.totp_enabled === true }
  if (flips('backup_code_enabled'))
    yield { factor: 'backup codes', isThere: attributes.backup_code_enabled === true }
  const before = user.identifications.filter((one) => one.reserved_for_second_factor)
  const kept = before.filter(({ id }) => !remove.includes(id))
  const added = add.filter((one) => one.reserved_for_second_factor)
  const isAmong = (all: readonly { id: string }[], id: string) => all.some((one) => one.id === id)
  if (added.some(({ id }) => !isAmong(before, id))) yield { factor: 'a phone number', isThere: true }
  if (before.some(({ id }) => !isAmong(kept, id) && !isAmong(added, id)))
    yield { factor: 'a phone number', isThere: false }
}

interface RecordedChange extends UserChange {
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * What the user is told of a change by mail: somebody who has got into an account changes these first. Derived
 * from the change itself, so that no operation can forget it.
 */
export function noticesOf(world: World, user: User, change: RecordedChange): MailOrder[] {
  const recipient = addressOf(user, user.primary_email_address_id)
  if (recipient === undefined) return []
  const to = { user_id: user.id, recipient }
  const orders: MailOrder[] = []
  // The previous primary address, also where it has just been removed.
  if (change.details?.notify_previous === user.primary_email_address_id)
    orders.push({ ...to, kind: 'primary_email_address_changed', values: {} })
  if (!world.settings.security_notices) return orders
  if (change.password !== undefined && user.password_last_updated_at !== null)
    orders.push({ ...to, kind: 'password_changed', values: {} })
  for (const { factor, isThere } of factorsOf(user, change))
    orders.push({
      ...to,
      kind: isThere ? 'second_factor_added' : 'second_factor_removed',
      values: { factor },
    })
  return orders
}

/** Of a lock that wrong attempts have brought about. */
export function noticeOfLock(world: World, user: User): MailOrder[] {
  const recipient = addressOf(user, user.primary_email_address_id)
  if (!world.settings.security_notices || recipient === undefined) return []
  return [{ kind: 'account_locked', user_id: user.id, recipient, values: {} }]
}

/** Puts mail into decisions, of which the last one counts, and announces it once that is written. */
export function mailing(world: World) {
  let orders: MailOrder[] = []
  return {
    with(decision: Decision | undefined, about: () => MailOrder[]): Decision | undefined {
      orders = decision ? about() : []
      if (!decision || orders.length === 0) return decision
      const messages = orders.map((order) => world.mail.compose(order))
      return { ...decision, change: { ...decision.change, messages } }
    },
    announce() {
      for (const order of orders) world.mail.announce(order)
    },
  }
}
