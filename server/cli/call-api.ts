import { Bartleby } from '#sdk/client.ts'
import { BartlebyError, ConnectionError } from '#sdk/errors.ts'
import type { FetchInit } from '#sdk/platform.ts'
import { findApi } from '#server/cli/api-access.ts'
import { CannotDo } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** How the commands are called; what is not listed are parameters of the API in camelCase. */
export interface ApiOptions {
  readonly json?: boolean
  readonly apiUrl?: string
  readonly [parameter: string]: unknown
}

/** The options that are parameters of the API. */
export function parametersOf<O extends ApiOptions>({ json: _json, apiUrl: _apiUrl, ...rest }: O) {
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
export async function withApi<T>(
  env: Env,
  io: Io,
  { json, apiUrl }: ApiOptions,
  call: (bartleby: Bartleby) => Promise<T>,
  show: (answer: T) => string,
  path = /(?<!\/count)$/,
): Promise<number> {
  const { secretKey, baseUrl } = await findApi(env, apiUrl)
  const record = recorder()
  const bartleby = connect(baseUrl, secretKey, record.fetch)
  const answer = await call(bartleby).catch((error) => {
    throw explain(error)
  })
  io.out(json ? `${record.textOf(path)}\n` : show(answer))
  return 0
}
