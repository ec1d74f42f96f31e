import { type ApiOptions, type Env, parametersOf, withApi } from '#server/cli/call-api.ts'
import type { Io } from '#server/cli/io.ts'
import { card, padded, printable, timeOf } from '#server/cli/show-table.ts'

/** Of the application, or of the one organization that is named. */
export interface InvitationOptions extends ApiOptions {
  readonly organization?: string
  readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired'
  readonly role?: string
}

/** What both kinds of invitations have. */
interface Shown {
  readonly id: string
  readonly emailAddress: string
  readonly status?: string
  readonly role?: string
  readonly url?: string | null
  readonly expiresAt: number | null
  readonly createdAt: number
}

/** One line for each invitation. Times are UTC. */
function invitationTable(invitations: readonly Shown[], totalCount: number): string {
  const rows = invitations.map((one) => [
    one.id,
    printable(one.emailAddress),
    one.role ?? '',
    one.status ?? '',
    timeOf(one.expiresAt),
  ])
  const head = ['ID', 'E-MAIL ADDRESS', 'ROLE', 'STATUS', 'EXPIRES (UTC)']
  return `${padded([head, ...rows])}\n${invitations.length} of ${totalCount}\n`
}

const invitationCard = (one: Shown): string =>
  card([
    ['Id', one.id],
    ['E-mail address', one.emailAddress],
    ['Role', one.role ?? ''],
    ['Status', one.status ?? ''],
    ['Link', one.url ?? ''],
    ['Created (UTC)', timeOf(one.createdAt)],
    ['Expires (UTC)', timeOf(one.expiresAt)],
  ])

export function listInvitations(env: Env, io: Io, options: InvitationOptions): Promise<number> {
  const { organization: _, ...rest } = parametersOf(options)
  const { organization } = options
  return withApi<{ readonly data: readonly Shown[]; readonly totalCount: number }>(
    env,
    io,
    options,
    ({ invitations, organizationInvitations }) =>
      organization ? organizationInvitations.list(organization, rest) : invitations.list(rest),
    ({ data, totalCount }) => invitationTable(data, totalCount),
  )
}

export function createInvitation(
  env: Env,
  io: Io,
  emailAddress: string,
  options: InvitationOptions,
): Promise<number> {
  const { organization: _, role: _role, ...rest } = parametersOf(options)
  const { organization, role = 'org:member' } = options
  return withApi<Shown>(
    env,
    io,
    options,
    ({ invitations, organizationInvitations }) =>
      organization
        ? organizationInvitations.create(organization, { ...rest, emailAddress, role })
        : invitations.create({ ...rest, emailAddress }),
    invitationCard,
  )
}

export const revokeInvitation = (env: Env, io: Io, id: string, options: InvitationOptions): Promise<number> =>
  withApi<Shown>(
    env,
    io,
    options,
    ({ invitations, organizationInvitations }) =>
      options.organization
        ? organizationInvitations.revoke(options.organization, id)
        : invitations.revoke(id),
    invitationCard,
  )
