import { text } from 'node:stream/consumers'
import { Bartleby } from '#sdk/client.ts'
import { BartlebyError, ConnectionError } from '#sdk/errors.ts'
import type { FetchInit } from '#sdk/platform.ts'
import { findApi } from '#server/cli/api-access.ts'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { userCard, userTable } from '#server/cli/show-user.ts'

type Env = Readonly<Record<string, string | undefined>>
type Users = Bartleby['users']

/** How the commands are called; what is not listed are parameters of the API in camelCase. */
export interface UserOptions {
  readonly json?: boolean
  readonly apiUrl?: string
  readonly passwordStdin?: boolean
  readonly [parameter: string]: unknown
}

/** The options that are parameters of the API. */
function parametersOf({ json: _json, apiUrl: _apiUrl, passwordStdin: _passwordStdin, ...rest }: UserOptions) {
  return rest
}

/** Keeps the text of the last answer from each path: `--json` shows what came, to the last digit. */
function recorder() {
  const texts = new Map<string, string>()
  return {
    textOf: (path: RegExp) => [...texts].find(([known]) => path.test(known))?.[1] ?? '',
    async fetch(url: string, init: FetchInit) {
      const response = await fetch(url, init)
      const body = await response.text()
      texts.set(new URL(url).pathname, body)
      return { status: response.status, headers: response.headers, text: async () => body }
    },
  }
}

/** The SDK's message says what failed and why, with code and trace id. */
function explain(error: unknown): unknown {
  if (!(error instanceof BartlebyError)) return error
  const line = error.message.replaceAll(/\s+/g, ' ')
  const isAway = error instanceof ConnectionError && error.reason === 'network'
  return new CannotDo(isAway ? `${line}. Is the server running? --api-url names another one.` : line)
}

function connect(baseUrl: string, secretKey: string, fetch: ReturnType<typeof recorder>['fetch']): Bartleby {
  try {
    return new Bartleby({ secretKey, baseUrl, fetch })
  } catch (error) {
    throw new CannotDo(`The server cannot be called: ${(error as Error).message}.`)
  }
}

/** Runs one call and prints its answer: as the API wrote it, or as `show` has it. */
async function withUsers<T>(
  env: Env,
  io: Io,
  { json, apiUrl }: UserOptions,
  call: (users: Users) => Promise<T>,
  show: (answer: T) => string,
  path = /(?<!\/count)$/,
): Promise<number> {
  const { secretKey, baseUrl } = await findApi(env, apiUrl)
  const record = recorder()
  const { users } = connect(baseUrl, secretKey, record.fetch)
  const answer = await call(users).catch((error) => {
    throw explain(error)
  })
  io.out(json ? `${record.textOf(path)}\n` : show(answer))
  return 0
}

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
