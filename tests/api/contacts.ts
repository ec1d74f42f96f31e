import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

type Body = Record<string, unknown>

let numbers = 0
const phoneNumber = () => `+1202555${String(++numbers).padStart(4, '0')}`

/** E-mail addresses and phone numbers follow the same rules; this is what their tests differ in. */
export interface ContactKind {
  readonly kind: 'email_address' | 'phone_number'
  readonly path: '/email_addresses' | '/phone_numbers'
  readonly list: 'email_addresses' | 'phone_numbers'
  readonly primary: 'primary_email_address_id' | 'primary_phone_number_id'
  readonly noun: string
  /** A value that no other test uses. */
  value(): string
  readonly malformed: readonly string[]
  /** The same value in another spelling. */
  respelled(value: string): string
}

/** The id of the rule that a test proves, by what the rule is about. */
export type Rules<About extends string> = Readonly<Record<About, string>>

export const emailAddresses: ContactKind = {
  kind: 'email_address',
  path: '/email_addresses',
  list: 'email_addresses',
  primary: 'primary_email_address_id',
  noun: 'email address',
  value: () => address('contact'),
  malformed: ['ada', 'ada@', '@example.com', 'a b@example.com', 'ada@example', '+12025550100'],
  respelled: (value) => value.toUpperCase(),
}

export const phoneNumbers: ContactKind = {
  kind: 'phone_number',
  path: '/phone_numbers',
  list: 'phone_numbers',
  primary: 'primary_phone_number_id',
  noun: 'phone number',
  value: phoneNumber,
  malformed: ['2025550100', '+1', '+1202555010x', 'ada@example.com', '+99999999999'],
  respelled: (value) => `${value.slice(0, 2)} (${value.slice(2, 5)}) ${value.slice(5, 8)}-${value.slice(8)}`,
}

export const otherThan = (kind: ContactKind) => (kind === emailAddresses ? phoneNumbers : emailAddresses)

let users = 0
/** A user whom nothing but a username and the given values identify. */
export const named = (server: TestServer, body: Body = {}): Promise<Answer['body']> =>
  server.create({ username: `contact_user_${++users}`, ...body })

export async function read(server: TestServer, id: string): Promise<Answer['body']> {
  const answer = await server.request('GET', `/users/${id}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const add = (server: TestServer, { path }: ContactKind, body: Body) =>
  server.request('POST', path, { body })

/** Adds one, which must succeed. */
export async function added(server: TestServer, kind: ContactKind, user_id: string, body: Body = {}) {
  const answer = await add(server, kind, { user_id, [kind.kind]: kind.value(), ...body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const update = (server: TestServer, { path }: ContactKind, id: string, body: Body) =>
  server.request('PATCH', `${path}/${id}`, { body })

/** Updates one, which must succeed. */
export async function updated(server: TestServer, kind: ContactKind, id: string, body: Body) {
  const answer = await update(server, kind, id, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const remove = (server: TestServer, { path }: ContactKind, id: string) =>
  server.request('DELETE', `${path}/${id}`)

export const replace = (server: TestServer, { kind }: ContactKind, user_id: string, body: Body) =>
  server.request('PUT', `/users/${user_id}/${kind}`, { body })

/** The user's ids of the kind, in the order of the answer. */
export const idsOf = (user: Answer['body'], { list }: ContactKind): string[] =>
  user[list].map((one: { id: string }) => one.id)

/** What the last event of the user says has changed, and that nothing else was recorded since `before`. */
export async function recordedSince(server: TestServer, id: string, before: number) {
  const events = await server.events(id)
  return events.slice(before).map(({ type, details }) => ({ type, ...details }))
}

/** Runs a request that must write nothing at all about the user. */
export async function writesNothing(
  server: TestServer,
  userId: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const before = await read(server, userId)
  const events = (await server.events(userId)).length
  const answer = await run()
  assert.deepEqual(await read(server, userId), before)
  assert.equal((await server.events(userId)).length, events)
  return answer
}

/** What an administrator's word looks like, and what no word looks like. */
export const verifiedByAdmin = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
}
