import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { encryptionKeyProblem, secretKeyProblem } from '#server/keys/key-format.ts'
import type { Config, Environment } from './config.ts'
import { readImagesAddress } from './images-address.ts'
import { readMailServer } from './mail-server.ts'

/** The server cannot start as it was told to. One clear line for each problem; no line quotes a secret. */
export class InvalidStart extends Error {}

/** The variables, checked, before files are read: keys that are not given come from files, or are made. */
export interface Variables
  extends Omit<Config, 'secretKey' | 'encryptionKey' | 'settings' | 'givenSettings'> {
  readonly secretKey: string | undefined
  readonly encryptionKey: string | undefined
  readonly settingsPath: string
  /** Whether the path was given; otherwise the file may be missing. */
  readonly settingsGiven: boolean
}

const names = [
  'BARTLEBY_HOST',
  'BARTLEBY_PORT',
  'BARTLEBY_PUBLIC_URL',
  'BARTLEBY_DATA',
  'BARTLEBY_DATABASE_URL',
  'BARTLEBY_ENVIRONMENT',
  'BARTLEBY_SECRET_KEY',
  'BARTLEBY_ENCRYPTION_KEY',
  'BARTLEBY_RATE_LIMITS',
  'BARTLEBY_PASSWORD_HASHING',
  'BARTLEBY_SMTP_URL',
  'BARTLEBY_MAIL_FROM',
  'BARTLEBY_SETTINGS',
  'BARTLEBY_IMAGES_URL',
  'BARTLEBY_TRUSTED_PROXIES',
  'BARTLEBY_LOG_LEVEL',
] as const
export type VariableName = (typeof names)[number]
export const variableNames: readonly VariableName[] = names

type Problems = string[]

/** Node's own. */
const threadsDefault = 4
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[], problems: Problems): T {
  if ((allowed as readonly string[]).includes(value)) return value as T
  problems.push(`${name} must be one of: ${allowed.join(', ')}.`)
  return allowed[0]!
}

function readPort(text: string, problems: Problems): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  problems.push('BARTLEBY_PORT must be a number from 1 to 65535, or 0 for any free port.')
  return 0
}

function readHost(text: string, problems: Problems): string {
  const isName = /^(?!-)[A-Za-z0-9._-]{1,253}$/.test(text) && URL.canParse(`http://${text}`)
  if (isName || (isIP(text) === 6 && !text.includes('%'))) return text
  problems.push(
    'BARTLEBY_HOST must be an address or a host name alone, such as 127.0.0.1, 0.0.0.0, :: or localhost.',
  )
  return '127.0.0.1'
}

/** Where a browser on the same machine reaches the server; empty when the port is not known before it listens. */
function addressOf(host: string, port: number): string {
  if (port === 0) return ''
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return new URL(`http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`).origin
}

function readPublicUrl(text: string, problems: Problems): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    problems.push('BARTLEBY_PUBLIC_URL must be an http or https address, such as https://auth.example.com.')
    return ''
  }
  if (url.origin !== text) {
    problems.push(
      `BARTLEBY_PUBLIC_URL must be scheme, host and port alone, without path, query, credentials or a slash at the end: ${url.origin}`,
    )
  }
  return url.origin
}

function readDatabaseUrl(text: string, problems: Problems): string {
  const known = text === '' || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))
  if (!known) {
    problems.push(
      'BARTLEBY_DATABASE_URL must look like postgres://user:password@host:5432/database; leave it empty for SQLite.',
    )
  }
  return text
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function readProxies(text: string, problems: Problems): string[] {
  const proxies = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (!proxies.every(isAddressOrRange)) {
    problems.push(
      'BARTLEBY_TRUSTED_PROXIES must be addresses or ranges with commas between them, such as 10.0.0.0/8, ::1.',
    )
  }
  return proxies
}

function readHashing(text: string, environment: Environment, problems: Problems): 'full' | 'cheap' {
  const hashing = oneOf('BARTLEBY_PASSWORD_HASHING', text, ['full', 'cheap'] as const, problems)
  if (hashing === 'cheap' && environment !== 'test')
    problems.push('BARTLEBY_PASSWORD_HASHING=cheap is for tests: it needs BARTLEBY_ENVIRONMENT=test.')
  return hashing
}

function imagesPlace(env: Readonly<Record<string, string | undefined>>, problems: Problems) {
  const images = readImagesAddress(env, problems)
  return images ? { images } : {}
}

function keyProblems(
  environment: Environment,
  databaseUrl: string,
  secretKey: string | undefined,
  encryptionKey: string | undefined,
): string[] {
  const problems: string[] = []
  const secretProblem = secretKey && secretKeyProblem(secretKey, environment)
  if (secretProblem) problems.push(`BARTLEBY_SECRET_KEY ${secretProblem}.`)
  const encryptionProblem = encryptionKey && encryptionKeyProblem(encryptionKey)
  if (encryptionProblem) problems.push(`BARTLEBY_ENCRYPTION_KEY ${encryptionProblem}.`)
  if (databaseUrl) {
    const whyGiven = 'must be given with BARTLEBY_DATABASE_URL: all servers of one database need the same'
    if (!secretKey) problems.push(`BARTLEBY_SECRET_KEY ${whyGiven}.`)
    if (!encryptionKey) problems.push(`BARTLEBY_ENCRYPTION_KEY ${whyGiven}.`)
  }
  return problems
}

/** Misspelled names would otherwise change nothing, and nobody would notice. */
const unknownNames = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env)
    .filter(
      (name) => name.startsWith('BARTLEBY_') && env[name] && !(names as readonly string[]).includes(name),
    )
    .map((name) => `${name} is no variable of Bartleby; the nearest is ${closest(name, [...names])}.`)

/** Reads the variables of the environment. An empty one counts as not given. Throws `InvalidStart`. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Variables {
  const problems: Problems = unknownNames(env)
  const given = (name: VariableName) => env[name]?.trim() || undefined
  const host = readHost(given('BARTLEBY_HOST') ?? '127.0.0.1', problems)
  const port = readPort(given('BARTLEBY_PORT') ?? '4747', problems)
  const publicUrl = given('BARTLEBY_PUBLIC_URL')
  const data = resolve(given('BARTLEBY_DATA') ?? './data')
  const environment = oneOf(
    'BARTLEBY_ENVIRONMENT',
    given('BARTLEBY_ENVIRONMENT') ?? 'test',
    ['test', 'live'] as const,
    problems,
  )
  const databaseUrl = readDatabaseUrl(given('BARTLEBY_DATABASE_URL') ?? '', problems)
  const secretKey = given('BARTLEBY_SECRET_KEY')
  const encryptionKey = given('BARTLEBY_ENCRYPTION_KEY')
  problems.push(...keyProblems(environment, databaseUrl, secretKey, encryptionKey))
  const passwordHashing = readHashing(given('BARTLEBY_PASSWORD_HASHING') ?? 'full', environment, problems)
  const rateLimits = given('BARTLEBY_RATE_LIMITS') ?? 'on'
  const settingsPath = given('BARTLEBY_SETTINGS')
  const variables: Variables = {
    host,
    port,
    publicUrl: publicUrl ? readPublicUrl(publicUrl, problems) : addressOf(host, port),
    data,
    databaseUrl,
    ...imagesPlace(env, problems),
    environment,
    secretKey,
    encryptionKey,
    passwordHashing,
    threads: Number(env.UV_THREADPOOL_SIZE) || threadsDefault,
    rateLimits: oneOf('BARTLEBY_RATE_LIMITS', rateLimits, ['on', 'off'] as const, problems) === 'on',
    mailServer: readMailServer(given('BARTLEBY_SMTP_URL'), given('BARTLEBY_MAIL_FROM'), problems),
    settingsPath: settingsPath ? resolve(settingsPath) : join(data, 'bartleby.json'),
    settingsGiven: settingsPath !== undefined,
    trustedProxies: readProxies(given('BARTLEBY_TRUSTED_PROXIES') ?? '', problems),
    logLevel: oneOf('BARTLEBY_LOG_LEVEL', given('BARTLEBY_LOG_LEVEL') ?? 'info', logLevels, problems),
  }
  if (problems.length > 0) throw new InvalidStart(problems.join('\n'))
  return variables
}
