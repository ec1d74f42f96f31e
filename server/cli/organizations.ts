import type { Organization } from '#sdk/generated/types.ts'
import { type ApiOptions, type Env, parametersOf, withApi } from '#server/cli/call-api.ts'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { card, padded, printable, timeOf } from '#server/cli/show-table.ts'

const limitOf = ({ maxAllowedMemberships }: Organization) =>
  maxAllowedMemberships === 0 ? 'any number' : `at most ${maxAllowedMemberships}`

/** One line for each organization. Times are UTC. */
function organizationTable(organizations: readonly Organization[], totalCount: number): string {
  const rows = organizations.map((one) => [
    one.id,
    printable(one.name),
    printable(one.slug),
    String(one.membersCount ?? ''),
    timeOf(one.createdAt),
  ])
  const head = ['ID', 'NAME', 'SLUG', 'MEMBERS', 'CREATED (UTC)']
  return `${padded([head, ...rows])}\n${organizations.length} of ${totalCount}\n`
}

const organizationCard = (one: Organization): string =>
  card([
    ['Id', one.id],
    ['Name', one.name],
    ['Slug', one.slug],
    ['Members', [one.membersCount, limitOf(one)].filter((part) => part !== undefined).join(', ')],
    ['Created by', one.createdBy ?? ''],
    ['Created (UTC)', timeOf(one.createdAt)],
    ['Updated (UTC)', timeOf(one.updatedAt)],
  ])

export const listOrganizations = (env: Env, io: Io, options: ApiOptions): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizations }) => organizations.list({ ...parametersOf(options), includeMembersCount: true }),
    ({ data, totalCount }) => organizationTable(data, totalCount),
  )

export const getOrganization = (env: Env, io: Io, id: string, options: ApiOptions): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizations }) => organizations.get(id, { includeMembersCount: true }),
    organizationCard,
  )

export const createOrganization = (env: Env, io: Io, name: string, options: ApiOptions): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizations }) => organizations.create({ ...parametersOf(options), name }),
    organizationCard,
  )

export async function updateOrganization(env: Env, io: Io, id: string, options: ApiOptions): Promise<number> {
  const params = parametersOf(options)
  if (Object.keys(params).length === 0) throw new CannotDo('There is nothing to change: see --help.')
  return withApi(env, io, options, ({ organizations }) => organizations.update(id, params), organizationCard)
}

export const deleteOrganization = (env: Env, io: Io, id: string, options: ApiOptions): Promise<number> =>
  withApi(
    env,
    io,
    options,
    ({ organizations }) => organizations.delete(id),
    () => `${id} is deleted.\n`,
  )
