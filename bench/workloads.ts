import type { Call } from './generator.ts'
import { addressPart, type Population, password } from './population.ts'

export interface Workload {
  readonly id: string
  readonly what: string
  /** What the work waits for, other than a processor, on SQLite. */
  readonly waitsFor?: string
  /** One request about a user chosen at random. */
  call(users: Population): Call
}

const oneOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!
const post = (path: string, body: object): Call => ({ method: 'POST', path, body: JSON.stringify(body) })
const get = (path: string): Call => ({ method: 'GET', path })

const disk = 'a write is on disk before it is answered'
const hashes = 'it waits for the threads that hash'
const address = 'new-[<id>]@bench.example'

export const workloads: readonly Workload[] = [
  { id: 'W1', what: 'get one user', call: ({ ids }) => get(`/v1/users/${oneOf(ids)}`) },
  { id: 'W2', what: 'list 100 users', call: () => get('/v1/users?limit=100') },
  {
    id: 'W3',
    what: 'create a user',
    waitsFor: disk,
    call: () => post('/v1/users', { email_address: [address], first_name: 'New', last_name: 'User' }),
  },
  {
    id: 'W4',
    what: 'create a user with a password',
    waitsFor: hashes,
    call: () => post('/v1/users', { email_address: [address], first_name: 'New', password }),
  },
  {
    id: 'W5',
    what: 'merge metadata',
    waitsFor: disk,
    call: ({ ids }) => ({
      method: 'PATCH',
      path: `/v1/users/${oneOf(ids)}/metadata`,
      body: '{"public_metadata":{"seen":"[<id>]","nested":{"at":"[<id>]"}}}',
    }),
  },
  {
    id: 'W6',
    what: 'verify a password',
    waitsFor: hashes,
    call: ({ withPassword }) => post(`/v1/users/${oneOf(withPassword)}/verify_password`, { password }),
  },
  {
    id: 'W7',
    what: 'search by part of an address',
    call: ({ ids }) =>
      get(`/v1/users?query=${encodeURIComponent(addressPart(Math.floor(Math.random() * ids.length)))}`),
  },
  { id: 'W8', what: 'count the users', call: () => get('/v1/users/count') },
]

/** Enough for every connection to ask for many different users. */
export const callsOf = (workload: Workload, users: Population): Call[] =>
  Array.from({ length: 4000 }, () => workload.call(users))
