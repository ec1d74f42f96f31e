import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import { reasonOf } from '#server/keys/key-files.ts'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { hashSecretKey } from '#server/keys/secret-keys.ts'
import type { Variables } from '#server/settings/environment.ts'
import type { Inspection } from '#server/storage/inspect.ts'

/** Frameworks put `NEXT_PUBLIC_`, `VITE_`, `PUBLIC_` and others before the name. */
const named = (name: string) => new RegExp(`^(?:[A-Z][A-Z0-9_]*_)?${name}$`)
const secretKeyName = named('CLERK_SECRET_KEY')
const publishableKeyName = named('CLERK_PUBLISHABLE_KEY')
const apiUrlName = named('CLERK_API_URL')

/** Values of these never appear: whoever sees the report must not be able to use it. */
function checkSecretKey(name: string, value: string, variables: Variables, inspection?: Inspection): Check {
  const { ok, warning, problem } = checksOf(name)
  const { environment } = variables
  if (!value.startsWith(`sk_${environment}_`))
    return problem(`does not start with sk_${environment}_`, `use a key of this server's environment`)
  if (!inspection) return warning('cannot be looked up', 'see the database above')
  const stored = inspection.secretKeys.find(({ hash }) => hash === hashSecretKey(value))
  if (!stored) return problem('is no key of this server', 'copy it from clerk.env, or: bartleby keys add')
  if (stored.revoked_at !== null) return problem(`is ${stored.id}, which was revoked`, 'bartleby keys add')
  return ok(`is ${stored.id} and valid`)
}

function checkPublishableKey(name: string, value: string, { environment, publicUrl }: Variables): Check {
  const { ok, problem } = checksOf(name)
  const expected = publishableKey(environment, publicUrl)
  if (value === expected) return ok(`leads to ${new URL(publicUrl).host}`)
  const [, kind, host] = /^pk_(test|live)_(.+)$/.exec(value) ?? []
  const found = host === undefined ? '' : Buffer.from(host, 'base64').toString('utf8')
  const advice = `set it to ${expected}`
  if (!/^[\w.:[\]-]+\$$/.test(found)) return problem('is no publishable key', advice)
  if (kind !== environment) return problem(`is a ${kind} key, and this server runs as ${environment}`, advice)
  return problem(`leads to ${found.slice(0, -1)}, not to ${new URL(publicUrl).host}`, advice)
}

function checkApiUrl(name: string, value: string, { publicUrl }: Variables): Check {
  const { ok, problem } = checksOf(name)
  const advice = `set it to ${publicUrl}`
  const plain = value.replace(/\/+$/, '')
  if (plain === publicUrl) return ok(`is ${publicUrl}`)
  if (plain === `${publicUrl}/v1`) return problem('ends in /v1, which SDKs add themselves', advice)
  const host = URL.canParse(value) ? new URL(value).host : undefined
  return problem(host === undefined ? 'is no address' : `leads to ${host}, not to ${publicUrl}`, advice)
}

async function read(path: string): Promise<[string, string][] | string> {
  try {
    return Object.entries(parseEnv(await readFile(path, 'utf8'))).map(([name, value]) => [name, value ?? ''])
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : reasonOf(error)
  }
}

/** Whether the `.env` file of an app points at this server. */
export async function checkApp(
  path: string,
  variables: Variables,
  inspection?: Inspection,
): Promise<Check[]> {
  const { warning, problem } = checksOf('app')
  const entries = await read(path)
  if (typeof entries === 'string')
    return [problem(`${path} cannot be read: ${entries}`, 'name the right file')]
  if (!variables.publicUrl)
    return [warning('the address of the server is not known with BARTLEBY_PORT=0', 'set BARTLEBY_PUBLIC_URL')]
  const checks = entries.flatMap(([name, value]) => {
    if (secretKeyName.test(name)) return [checkSecretKey(name, value, variables, inspection)]
    if (publishableKeyName.test(name)) return [checkPublishableKey(name, value, variables)]
    if (apiUrlName.test(name)) return [checkApiUrl(name, value, variables)]
    return []
  })
  const misses = (pattern: RegExp) => !entries.some(([name, value]) => pattern.test(name) && value !== '')
  if (misses(secretKeyName) && misses(publishableKeyName))
    checks.push(problem(`${path} names no key`, 'add the lines of clerk.env to it'))
  if (!misses(secretKeyName) && misses(apiUrlName))
    checks.push(
      problem(
        `${path} has no CLERK_API_URL: the SDK calls Clerk`,
        `add CLERK_API_URL=${variables.publicUrl}`,
      ),
    )
  return checks
}
