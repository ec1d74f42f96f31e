import type { User } from '#sdk/generated/types.ts'
import { card, padded, printable, timeOf } from '#server/cli/show-table.ts'

const nameOf = ({ firstName, lastName }: User) => [firstName, lastName].filter(Boolean).join(' ')
const stateOf = ({ banned, locked }: User) =>
  [...(banned ? ['banned'] : []), ...(locked ? ['locked'] : [])].join(', ')

/** The primary one first. */
function addressesOf(user: User): string[] {
  const isOther = (id: string) => Number(id !== user.primaryEmailAddressId)
  return user.emailAddresses
    .toSorted((a, b) => isOther(a.id) - isOther(b.id))
    .map(({ emailAddress, verification }) => emailAddress + (verification ? '' : ' (unverified)'))
}

/** One line for each user. Times are UTC. */
export function userTable(users: readonly User[], totalCount: number): string {
  const rows = users.map((user) => [
    user.id,
    printable(nameOf(user)),
    printable(addressesOf(user)[0] ?? user.username ?? user.phoneNumbers[0]?.phoneNumber ?? ''),
    timeOf(user.createdAt),
    stateOf(user),
  ])
  const head = ['ID', 'NAME', 'IDENTIFIER', 'CREATED (UTC)', 'STATE']
  return `${padded([head, ...rows])}\n${users.length} of ${totalCount}\n`
}

/** One line for each thing that there is to say about the user. */
export function userCard(user: User): string {
  const rows: [string, string][] = [
    ['Id', user.id],
    ['Name', nameOf(user)],
    ['Username', user.username ?? ''],
    ['E-mail addresses', addressesOf(user).join(', ')],
    ['Phone numbers', user.phoneNumbers.map(({ phoneNumber }) => phoneNumber).join(', ')],
    ['External id', user.externalId ?? ''],
    ['Password', user.passwordEnabled ? 'yes' : 'no'],
    ['State', stateOf(user) || 'active'],
    ['Created (UTC)', timeOf(user.createdAt)],
    ['Updated (UTC)', timeOf(user.updatedAt)],
    ['Last sign-in (UTC)', timeOf(user.lastSignInAt)],
  ]
  return card(rows)
}
