import type { Command } from 'commander'
import { collect, idOf, withAccess, withPages } from '#server/cli/api-options.ts'
import type { Io } from '#server/cli/io.ts'
import type { UserOptions } from '#server/cli/users.ts'

const userId = idOf('user', 'a user', 'users')

/** Each may be given several times; users that match any of the values are found. */
const withFilters = (command: Command): Command =>
  command
    .option('--query <text>', 'part of an address, phone number, username, name or id')
    .option('--email-address <address>', 'this e-mail address', collect)
    .option('--phone-number <number>', 'this phone number', collect)
    .option('--username <name>', 'this username', collect)
    .option('--external-id <id>', 'this id of your own; -id excludes it', collect)
    .option('--user-id <id>', 'this user; -id excludes it', collect)
    .option('--banned', 'banned users only')
    .option('--no-banned', 'only users that are not banned')

const withNames = (command: Command): Command =>
  command
    .option('--username <name>', 'the username')
    .option('--first-name <name>', 'the first name')
    .option('--last-name <name>', 'the last name')
    .option('--external-id <id>', 'the id in your own system')
    .option('--password-stdin', 'read the password from standard input')

const plainActions = {
  delete: 'delete a user, for good',
  ban: 'ban a user: no sign-in until the ban is lifted',
  unban: 'lift a ban',
  lock: 'lock a user: no sign-in for a while',
  unlock: 'end a lock',
} as const

/** Commands that call the API of a running server, on this machine or on another one. */
export function addUserCommands(
  bartleby: Command,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
  run: (exitCode: number) => void,
): void {
  const users = bartleby
    .command('users')
    .description('users of a running server, through its API')
    .addHelpText(
      'after',
      '\nThe secret key is CLERK_SECRET_KEY, BARTLEBY_SECRET_KEY or the one in clerk.env in the data folder.',
    )
  const load = () => import('#server/cli/users.ts')
  withPages(withFilters(withAccess(users.command('list').description('show users, newest first'))))
    .option('--order-by <field>', 'such as +created_at, last_name or -last_sign_in_at')
    .action(async (options: UserOptions) => run(await (await load()).listUsers(env, io, options)))
  withFilters(withAccess(users.command('count').description('count users'))).action(
    async (options: UserOptions) => run(await (await load()).countUsers(env, io, options)),
  )
  withAccess(users.command('get').description('show a user'))
    .argument('<id>', 'user_…', userId)
    .action(async (id: string, options: UserOptions) =>
      run(await (await load()).getUser(env, io, id, options)),
    )
  withNames(withAccess(users.command('create').description('create a user')))
    .option('--email-address <address>', 'an e-mail address; the first is the primary one', collect)
    .option('--phone-number <number>', 'a phone number, such as +12025550100', collect)
    .action(async (options: UserOptions) => run(await (await load()).createUser(env, io, options)))
  withNames(withAccess(users.command('update').description('change a user; an empty value removes')))
    .argument('<id>', 'user_…', userId)
    .action(async (id: string, options: UserOptions) =>
      run(await (await load()).updateUser(env, io, id, options)),
    )
  for (const [action, description] of Object.entries(plainActions))
    withAccess(users.command(action).description(description))
      .argument('<id>', 'user_…', userId)
      .action(async (id: string, options: UserOptions) =>
        run(await (await load()).actOnUser(env, io, action as keyof typeof plainActions, id, options)),
      )
}
