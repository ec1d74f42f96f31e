import { text } from 'node:stream/consumers'
import type { Bartleby } from '#sdk/client.ts'
import { type ApiOptions, parametersOf as apiParameters, type Env, withApi } from '#server/cli/call-api.ts'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { userCard, userTable } from '#server/cli/show-user.ts'

type Users = Bartleby['users']

/** How the commands are called; what is not listed are parameters of the API in camelCase. */
export interface UserOptions extends ApiOptions {
  readonly passwordStdin?: boolean
}

const parametersOf = ({ passwordStdin: _passwordStdin, ...options }: UserOptions) => apiParameters(options)

const withUsers = <T>(
  env: Env,
  io: Io,
  options: UserOptions,
  call: (users: Users) => Promise<T>,
  show: (answer: T) => string,
  path?: RegExp,
): Promise<number> => withApi(env, io, options, ({ users }) => call(users), show, path)

/** From standard input, without the end of its line: what is in the arguments, every process can read. */
async function readPassword({ passwordStdin }: UserOptions): Promise<{ password?: string }> {
  if (!passwordStdin) return {}
  if (process.stdin.isTTY)
    throw new CannotDo('The password must be piped in: it would be shown while you type.')
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (password === '') throw new CannotDo('There is no password on standard input.')
  return { password }
}

export const listUsers = (env: Env, io: Io, options: UserOptions): Promise<number> =>
  withUsers(
    env,
    io,
    options,
    (users) => users.list(parametersOf(options)),
    ({ data, totalCount }) => userTable(data, totalCount),
  )

export const countUsers = (env: Env, io: Io, options: UserOptions): Promise<number> =>
  withUsers(
    env,
    io,
    options,
    (users) => users.count(parametersOf(options)),
    (count) => `${count}\n`,
    /\/count$/,
  )

export const getUser = (env: Env, io: Io, id: string, options: UserOptions): Promise<number> =>
  withUsers(env, io, options, (users) => users.get(id), userCard)

export async function createUser(env: Env, io: Io, options: UserOptions): Promise<number> {
  const params = { ...parametersOf(options), ...(await readPassword(options)) }
  return withUsers(env, io, options, (users) => users.create(params), userCard)
}

export async function updateUser(env: Env, io: Io, id: string, options: UserOptions): Promise<number> {
  const params = { ...parametersOf(options), ...(await readPassword(options)) }
  if (Object.keys(params).length === 0) throw new CannotDo('There is nothing to change: see --help.')
  return withUsers(env, io, options, (users) => users.update(id, params), userCard)
}

export const actOnUser = (
  env: Env,
  io: Io,
  action: 'delete' | 'ban' | 'unban' | 'lock' | 'unlock',
  id: string,
  options: UserOptions,
): Promise<number> =>
  action === 'delete'
    ? withUsers(
        env,
        io,
        options,
        (users) => users.delete(id),
        () => `${id} is deleted.\n`,
      )
    : withUsers(env, io, options, (users) => users[action](id), userCard)
