import type { OrganizationMembership } from '#sdk/generated/types.ts'
import { type ApiOptions, type Env, parametersOf, withApi } from '#server/cli/call-api.ts'
import type { Io } from '#server/cli/io.ts'
import { card, padded, printable, timeOf } from '#server/cli/show-table.ts'

export interface RoleOptions extends ApiOptions {
  readonly role: string
}

/** The organization, then the user. */
type Pair = readonly [organization: string, user: string]

const nameOf = ({ publicUserData: { firstName, lastName } }: OrganizationMembership) =>
  [firstName, lastName].filter(Boolean).join(' ')

/** One line for each member. Times are UTC. */
function memberTable(memberships: readonly OrganizationMembership[], totalCount: number): string {
  const rows = memberships.map((one) => [
    one.publicUserData.userId,
    printable(nameOf(one)),
    printable(one.publicUserData.identifier ?? ''),
    one.role,
    timeOf(one.createdAt),
  ])
  const head = ['USER', 'NAME', 'IDENTIFIER', 'ROLE', 'MEMBER SINCE (UTC)']
  return `${padded([head, ...rows])}\n${memberships.length} of ${totalCount}\n`
}

const memberCard = (one: OrganizationMembership): string =>
  card([
    ['Id', one.id],
    ['Organization', `${one.organization.name} (${one.organization.id})`],
    ['User', one.publicUserData.userId],
    ['Name', nameOf(one)],
    ['Identifier', one.publicUserData.identifier ?? ''],
    ['Role', one.role],
    ['Permissions', one.permissions.join(', ')],
    ['Member since (UTC)', timeOf(one.createdAt)],
  ])

export const listMemberships = (
  env: Env,
  io: Io,
  organization: string,
  options: ApiOptions,
): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizationMemberships }) => organizationMemberships.list(organization, parametersOf(options)),
    ({ data, totalCount }) => memberTable(data, totalCount),
  )

export const createMembership = (
  env: Env,
  io: Io,
  [organization, userId]: Pair,
  options: RoleOptions,
): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizationMemberships }) =>
      organizationMemberships.create(organization, { userId, role: options.role }),
    memberCard,
  )

export const updateMembership = (
  env: Env,
  io: Io,
  [organization, user]: Pair,
  { role, ...options }: RoleOptions,
): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizationMemberships }) => organizationMemberships.update(organization, user, { role }),
    memberCard,
  )

export const deleteMembership = (
  env: Env,
  io: Io,
  [organization, user]: Pair,
  options: ApiOptions,
): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizationMemberships }) => organizationMemberships.delete(organization, user),
    () => `${user} is no member of ${organization} any more.\n`,
  )
