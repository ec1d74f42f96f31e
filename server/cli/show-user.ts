import type { User } from '#sdk/generated/types.ts'

/** Names come from strangers: whatever could steer a terminal is shown as a question mark. */
const printable = (text: string) =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?')

const timeOf = (milliseconds: number | null) =>
  milliseconds === null ? '' : new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')

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

function padded(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
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
  const rows = [
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
  return padded(rows.filter(([, value]) => value !== '').map(([name, value]) => [name!, printable(value!)]))
}
