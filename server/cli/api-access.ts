import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { CannotDo } from '#server/cli/failure.ts'
import { clerkEnvFile, reasonOf } from '#server/keys/key-files.ts'
import { readEnvironment } from '#server/settings/environment.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface ApiAccess {
  readonly secretKey: string
  readonly baseUrl: string
}

const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** What the server has written for the `.env` files of apps; empty when it has not run here. */
async function clerkEnv(path: string): Promise<Env> {
  try {
    return parseEnv(await readFile(path, 'utf8'))
  } catch (error) {
    if (missing(error)) return {}
    throw new CannotDo(`The file ${path} cannot be read: ${reasonOf(error)}.`)
  }
}

/** The address and the key of a server: what is given, then what a server that ran here has written. */
export async function findApi(env: Env, apiUrl: string | undefined): Promise<ApiAccess> {
  const key = env.CLERK_SECRET_KEY?.trim() || env.BARTLEBY_SECRET_KEY?.trim()
  const address = apiUrl ?? (env.CLERK_API_URL?.trim() || undefined)
  if (key && address) return { secretKey: key, baseUrl: address }
  const { data, publicUrl } = readEnvironment(env)
  const path = join(data, clerkEnvFile)
  const file = await clerkEnv(path)
  const secretKey = key || file.CLERK_SECRET_KEY
  if (!secretKey) {
    throw new CannotDo(
      `There is no secret key: ${path} has none. Set CLERK_SECRET_KEY, or BARTLEBY_DATA to the data folder of the server.`,
    )
  }
  return { secretKey, baseUrl: address || file.CLERK_API_URL || publicUrl }
}
