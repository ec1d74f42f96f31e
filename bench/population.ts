import { hashPassword, ownParameters } from '#server/credentials/hashing/own.ts'
import type { Target } from './load.ts'

export const password = 'Quite-a-long-horse-17'

export interface Population {
  readonly ids: readonly string[]
  /** Users whose password is `password`. */
  readonly withPassword: readonly string[]
}

const firstNames = [
  'Ada',
  'Grace',
  'Alan',
  'Edsger',
  'Barbara',
  'Donald',
  'Radia',
  'Ken',
  'Frances',
  'Niklaus',
]
const companies = ['northwind', 'initech', 'globex', 'umbrella', 'hooli', 'acme']

/** What is asked for when users are searched by a part of an address; `n` names one of them. */
export const addressPart = (n: number): string => `.${firstNames[n % 10]!.toLowerCase()}.${n}@`

const userOf = (n: number) => ({
  email_address: [`bench${addressPart(n)}${companies[n % 6]}.example`],
  first_name: firstNames[n % 10],
  last_name: `Number ${n}`,
  external_id: `customer-${n}`,
  public_metadata: { plan: n % 3 === 0 ? 'pro' : 'free', seats: n % 50, locale: 'en' },
  private_metadata: { billing: { customer: `cus_${n}`, since: 1_600_000_000 + n } },
})

/** Makes the users over the API, the last hundreds of them with a digest of the one password. */
export async function populate(target: Target, total: number): Promise<Population> {
  const digest = await hashPassword(password, ownParameters)
  const passwordsFrom = total - Math.min(500, Math.ceil(total / 2))
  const ids: string[] = []
  const withPassword: string[] = []
  let next = 0
  const create = async () => {
    while (next < total) {
      const n = next++
      const secret = n >= passwordsFrom ? { password_digest: digest, password_hasher: 'argon2id' } : {}
      const answer = await fetch(`${target.url}/v1/users`, {
        method: 'POST',
        headers: target.headers,
        body: JSON.stringify({ ...userOf(n), ...secret }),
      })
      if (answer.status !== 200) throw new Error(`create answered ${answer.status}: ${await answer.text()}`)
      const { id } = (await answer.json()) as { id: string }
      ids.push(id)
      if (n >= passwordsFrom) withPassword.push(id)
      if (ids.length % 1000 === 0) console.error(`  ${ids.length} of ${total} users`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, create))
  return { ids, withPassword }
}
