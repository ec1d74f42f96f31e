import { type Problem, problem } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Digest } from './digest.ts'
import { isPasswordHasher, readDigest } from './hashing/hashers.ts'
import { passwordBytesProblems } from './password-policy.ts'
import type { StoredPassword } from './password-store.ts'
import { sealDigest } from './stored-digest.ts'

/** The fields of a body that give a password. Null means not given. */
export interface PasswordInput {
  readonly password?: string | null
  readonly password_digest?: string | null
  readonly password_hasher?: string
  readonly skip_password_checks?: boolean | null
}

/** A checked password that has not been hashed yet, or a checked digest. */
export type NewPassword = { readonly password: string } | Digest

function readDigestFields(input: PasswordInput): { given?: Digest; problems: Problem[] } {
  const { password, password_digest: digest, password_hasher: hasher } = input
  const together = (param: string, other: string) =>
    problem('form_conditional_param_missing', { param, other })
  if ((digest ?? null) === null)
    return {
      problems: hasher === undefined ? [] : [together('password_digest', 'password_hasher')],
    }
  const problems: Problem[] = []
  if ((password ?? null) !== null)
    problems.push(
      problem('form_conditional_param_disallowed', {
        param: 'password_digest',
        condition: 'together with password',
      }),
    )
  if (hasher === undefined) return { problems: [...problems, together('password_hasher', 'password_digest')] }
  const param = 'password_hasher'
  if (!isPasswordHasher(hasher))
    return {
      problems: [...problems, problem('form_param_value_invalid', { param, problem: 'is no known hasher' })],
    }
  const read = readDigest(hasher, digest!)
  if (typeof read === 'string')
    problems.push(
      problem('form_password_digest_invalid_code', {
        param: 'password_digest',
        problem: read === 'malformed' ? `is no digest of ${hasher}` : 'would cost too much to verify',
      }),
    )
  return { given: { hasher, digest: digest! }, problems }
}

/**
 * Reads the password of a create or an update, or everything that is wrong with it. Nothing costly runs.
 * `identifiers` are the texts that a password must not equal.
 */
export async function readNewPassword(
  world: World,
  input: PasswordInput,
  identifiers: () => Promise<readonly string[]>,
): Promise<{ given?: NewPassword; problems: Problem[] }> {
  const digest = readDigestFields(input)
  const password = input.password ?? null
  if (password === null || digest.problems.length > 0) return digest
  if (password === '') return { problems: [problem('form_param_nil', { param: 'password' })] }
  const problems = input.skip_password_checks
    ? passwordBytesProblems(password)
    : await world.hashing.problems(password, await identifiers())
  return { given: { password }, problems }
}

/** For the record: rules of the instance that this request has set aside. */
export function skippedRules(input: {
  readonly skip_password_checks?: boolean | null
  readonly skip_password_requirement?: boolean | null
}): { skipped?: string[] } {
  const skipped = (['skip_password_checks', 'skip_password_requirement'] as const).filter(
    (flag) => input[flag],
  )
  return skipped.length > 0 ? { skipped } : {}
}

/** Hashes what must be hashed; before any transaction, because it takes long. */
export async function storePassword(
  world: World,
  userId: string,
  given: NewPassword,
): Promise<StoredPassword> {
  const digest = 'password' in given ? await world.hashing.hash(given.password) : given
  return sealDigest(world, userId, digest)
}
