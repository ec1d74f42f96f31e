import diagnostics from 'node:diagnostics_channel'
import { type User as ClerkUser, createClerkClient as create3 } from '@clerk/backend'
import { createClerkClient as create1Old } from 'clerk-backend-1-17'
import { createClerkClient as create1 } from 'clerk-backend-1-34'
import { createClerkClient as create2 } from 'clerk-backend-2'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

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
type Create = (options: CreateOptions) => { users: unknown }

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
    create: create3 as Create,
    putsMetadata: true,
    readsRetryAfter: true,
  },
  {
    version: '2.33.8',
    folder: 'clerk-backend-2',
    apiVersion: '2025-11-10',
    create: create2 as Create,
    putsMetadata: false,
    readsRetryAfter: true,
  },
  {
    version: '1.34.0',
    folder: 'clerk-backend-1-34',
    apiVersion: '2025-04-10',
    create: create1 as Create,
    putsMetadata: false,
    readsRetryAfter: true,
  },
  {
    version: '1.17.1',
    folder: 'clerk-backend-1-17',
    apiVersion: '2021-02-05',
    create: create1Old as Create,
    putsMetadata: false,
    readsRetryAfter: false,
  },
]

/** As an app makes it, but for the address and the telemetry. */
export const usersOf = (clerk: Clerk, server: TestServer, secretKey = server.secretKey): ClerkUsers =>
  clerk.create({ secretKey, apiUrl: server.url, telemetry: { disabled: true } }).users as ClerkUsers

export interface ClientScene {
  readonly users: ClerkUsers
  readonly clerk: Clerk
  readonly server: TestServer
}

/** A test named after rules, for each version of the client on each engine. */
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
      (server) => run({ users: usersOf(clerk, server), clerk, server }),
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
