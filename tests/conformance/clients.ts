import assert from 'node:assert/strict'
import diagnostics from 'node:diagnostics_channel'
import type { User as ClerkUser } from '@clerk/backend'
import { checkAnswer } from '#tests/contract-check.ts'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** How many answers the clients have had in this test, and what was wrong with them. */
let seen = 0
let wrong: unknown[] = []

async function check(url: URL, method: string, response: Response): Promise<void> {
  seen += 1
  const { status, headers } = response
  const text = await response.text()
  const answer: Answer = { status, headers, text, body: JSON.parse(text) }
  try {
    checkAnswer(method, url.pathname.replace(/^\/v1/, ''), answer)
  } catch (error) {
    wrong.push(error)
  }
}

// The clients take hold of `fetch` when they are loaded. They get the real one; their answers are read twice.
const realFetch = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const response = await realFetch(input, init)
  const agent = new Headers(init?.headers).get('user-agent')
  if (agent?.startsWith('@clerk/backend@'))
    await check(new URL(String(input)), init?.method ?? 'GET', response.clone())
  return response
}
const [latest, version2, version1, oldest] = await Promise.all([
  import('@clerk/backend'),
  import('clerk-backend-2'),
  import('clerk-backend-1-34'),
  import('clerk-backend-1-17'),
])

export type Params = Record<string, unknown>
export type { ClerkUser }

export interface ClerkDeleted {
  object: string
  id: string | null
  slug: string | null
  deleted: boolean
}

/** `users` of a client, as all four versions have it. Their own types differ in what they know. */
export interface ClerkUsers {
  getUserList(params?: Params): Promise<{ data: ClerkUser[]; totalCount: number }>
  getCount(params?: Params): Promise<number>
  getUser(id: string): Promise<ClerkUser>
  createUser(params: Params): Promise<ClerkUser>
  updateUser(id: string, params?: Params): Promise<ClerkUser>
  updateUserMetadata(id: string, params: Params): Promise<ClerkUser>
  /** Only version 3 has it. */
  replaceUserMetadata?(id: string, params: Params): Promise<ClerkUser>
  deleteUser(id: string): Promise<ClerkDeleted>
}

/** What all versions throw for an answer that is no success. */
export interface ClerkError {
  status: number
  message: string
  clerkError: true
  clerkTraceId: string
  /** Since 1.34. */
  retryAfter?: number
  errors: { code: string; message: string; longMessage: string; meta: { paramName?: string } }[]
}

interface CreateOptions {
  secretKey: string
  apiUrl: string
  telemetry: { disabled: boolean }
}
type Create = (options: CreateOptions) => {
  users: unknown
  emailAddresses: unknown
  phoneNumbers: unknown
}

/** One published version of `@clerk/backend`, unmodified. */
export interface Clerk {
  readonly version: string
  /** Its folder in node_modules. */
  readonly folder: string
  /** What it sends as Clerk-API-Version. */
  readonly apiVersion: string
  readonly create: Create
  /** Version 3 puts metadata where the older ones patch the user. */
  readonly putsMetadata: boolean
  readonly readsRetryAfter: boolean
}

export const clerks: readonly Clerk[] = [
  {
    version: '3.25.0',
    folder: '@clerk/backend',
    apiVersion: '2026-05-12',
    create: latest.createClerkClient as Create,
    putsMetadata: true,
    readsRetryAfter: true,
  },
  {
    version: '2.33.8',
    folder: 'clerk-backend-2',
    apiVersion: '2025-11-10',
    create: version2.createClerkClient as Create,
    putsMetadata: false,
    readsRetryAfter: true,
  },
  {
    version: '1.34.0',
    folder: 'clerk-backend-1-34',
    apiVersion: '2025-04-10',
    create: version1.createClerkClient as Create,
    putsMetadata: false,
    readsRetryAfter: true,
  },
  {
    version: '1.17.1',
    folder: 'clerk-backend-1-17',
    apiVersion: '2021-02-05',
    create: oldest.createClerkClient as Create,
    putsMetadata: false,
    readsRetryAfter: false,
  },
]

/** As an app makes it, but for the address and the telemetry. */
export const clientOf = (clerk: Clerk, server: TestServer, secretKey = server.secretKey) =>
  clerk.create({ secretKey, apiUrl: server.url, telemetry: { disabled: true } })

export const usersOf = (clerk: Clerk, server: TestServer, secretKey?: string): ClerkUsers =>
  clientOf(clerk, server, secretKey).users as ClerkUsers

export interface ClientScene {
  readonly users: ClerkUsers
  readonly clerk: Clerk
  readonly server: TestServer
}

/** A test named after rules, for each version of the client on each engine. Every answer is checked. */
export function clientRule(
  ids: string,
  statement: string,
  run: (scene: ClientScene) => Promise<void>,
  options: RuleOptions = {},
): void {
  for (const clerk of clerks)
    rule(
      ids,
      `@clerk/backend ${clerk.version} ${statement}`,
      async (server) => {
        seen = 0
        wrong = []
        await run({ users: usersOf(clerk, server), clerk, server })
        if (wrong.length > 0) throw wrong[0]
        assert.ok(seen > 0, 'the client asks past the check')
      },
      options,
    )
}

/** The error that a call of the client must throw. */
export async function refusalOf(call: Promise<unknown>): Promise<ClerkError> {
  try {
    await call
  } catch (error) {
    return error as ClerkError
  }
  throw new Error('the call succeeded')
}

export interface Sent {
  origin: string
  method: string
  path: string
  headers: Record<string, string>
}

interface UndiciRequest {
  origin: string
  method: string
  path: string
  headers: string | string[]
}

function readHeaders(headers: string | string[]): Record<string, string> {
  const flat = Array.isArray(headers)
    ? headers
    : headers.split('\r\n').flatMap((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()])
  const read: Record<string, string> = {}
  for (let i = 0; i + 1 < flat.length; i += 2) read[flat[i]!.toLowerCase()] = flat[i + 1]!
  return read
}

/** Every request that `fetch` of this process begins while `run` runs, wherever it goes. */
export async function requestsDuring(run: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const listen = (message: unknown) => {
    const { request } = message as { request: UndiciRequest }
    sent.push({ ...request, origin: String(request.origin), headers: readHeaders(request.headers) })
  }
  diagnostics.subscribe('undici:request:create', listen)
  try {
    await run()
  } finally {
    diagnostics.unsubscribe('undici:request:create', listen)
  }
  return sent
}

/** Names as they are on the wire: `primaryEmailAddressId` is `primary_email_address_id`. */
export const wireName = (name: string) =>
  name.replaceAll(/[A-Z]+(?![a-z])|[A-Z]/g, (letters) => `_${letters.toLowerCase()}`)
