import type { Static, TSchema } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { OwnEmailAddress as WireEmailAddress } from '#contract/frontend/email-address.ts'
import type { Image } from '#contract/frontend/image.ts'
import type { BackupCodes, OwnTOTP } from '#contract/frontend/own-factors.ts'
import type { ActiveSession } from '#contract/frontend/session.ts'
import type { EmailAddress } from '#contract/users/user.ts'
import type { Deleted } from '#server/frontend/me/deleted.ts'
import type { OwnEmailAddress } from '#server/frontend/me/own-email-address.ts'
import type { OwnTotp } from '#server/frontend/me/own-totp.ts'
import { newId } from '#server/ids.ts'
import type { Session, SessionActivity } from '#server/sessions/session.ts'
import type { Identification, User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { emailAddressOf } from '../present-identification.ts'
import { pictureOf } from '../present-user.ts'
import type { AnswerText } from '../route.ts'

type Answer<T extends TSchema> = AnswerText<Static<T>>

export const presentDeletedOwn = (deleted: Deleted): Answer<typeof DeletedObject> => JSON.stringify(deleted)

export const presentEmailAddresses = (
  all: readonly Identification[],
): AnswerText<Static<typeof EmailAddress>[]> => JSON.stringify(all.map(emailAddressOf))

export function presentOwnEmailAddress({ own, pending }: OwnEmailAddress): Answer<typeof WireEmailAddress> {
  const address: Static<typeof WireEmailAddress> = emailAddressOf(own)
  if (!pending) return JSON.stringify(address)
  const { attempts, expire_at } = pending.code
  const verification = {
    object: 'verification_otp',
    status: pending.status,
    strategy: 'email_code',
    attempts,
    expire_at,
  } as const
  return JSON.stringify({ ...address, verification } satisfies Static<typeof WireEmailAddress>)
}

export function presentOwnTotp({ stored, secret, uri, backupCodes }: OwnTotp): Answer<typeof OwnTOTP> {
  const { id, verified_at, created_at, updated_at } = stored
  const verified = verified_at !== null
  const backup_codes = backupCodes && [...backupCodes]
  const totp = { object: 'totp', id, secret, uri, verified, backup_codes, created_at, updated_at } as const
  return JSON.stringify(totp satisfies Static<typeof OwnTOTP>)
}

export function presentBackupCodes(codes: readonly string[], world: World): Answer<typeof BackupCodes> {
  const now = world.now()
  return JSON.stringify({
    object: 'backup_code',
    id: newId('bkp', now),
    codes: [...codes],
    created_at: now,
    updated_at: now,
  } satisfies Static<typeof BackupCodes>)
}

export function presentImage(user: User, world: World): Answer<typeof Image> {
  const id = user.image_id ?? ''
  const public_url = pictureOf(user, world).image_url
  return JSON.stringify({ object: 'image', id, name: `${id}.webp`, public_url } satisfies Static<
    typeof Image
  >)
}

/** Of what is not known no key is there. A session that the backend has begun was used by no browser yet. */
function activityOf({ id, latest_activity }: Session): Static<typeof ActiveSession>['latest_activity'] {
  const { is_mobile, ...rest }: Partial<SessionActivity> =
    latest_activity === null ? {} : JSON.parse(latest_activity)
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  const unused = { id: id.replace(/^sess/, 'sess_activity') }
  return { object: 'session_activity', ...unused, ...known, is_mobile: is_mobile ?? false }
}

/** The actor is copied in as the text that it is stored as. */
export const presentActiveSessions = (
  sessions: readonly Session[],
): AnswerText<Static<typeof ActiveSession>[]> =>
  `[${sessions
    .map((session) => {
      const { id, expire_at, abandon_at, last_active_at, actor } = session
      const times = { expire_at, abandon_at, last_active_at }
      const head = JSON.stringify({ object: 'session', id, status: 'active', ...times }).slice(0, -1)
      const activity = JSON.stringify(activityOf(session))
      return `${head},"actor":${actor ?? 'null'},"latest_activity":${activity}}`
    })
    .join(',')}]`
