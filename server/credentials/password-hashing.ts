import type { Problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { Digest } from './digest.ts'
import type { HashQueue } from './hash-queue.ts'
import { isPasswordHasher, readDigest, type Verifier } from './hashing/hashers.ts'
import { decoyDigest, type HashParameters, hashPassword, isOwn, ownParameters } from './hashing/own.ts'
import { passwordProblems } from './password-policy.ts'

/** Everything about passwords that costs time, behind one bounded queue. */
export interface PasswordHashing {
  /** Undefined for a digest that lies elsewhere. Costs nothing. */
  read(hasher: string, digest: string): Verifier | undefined
  /** Throws `TooBusy` when too many wait already. */
  verify(verifier: Verifier, password: string): Promise<boolean>
  /** Takes as long as a comparison and has no outcome. Throws `TooBusy`. */
  feign(password: string): Promise<void>
  /** Argon2id with our parameters. Throws `TooBusy`. */
  hash(password: string): Promise<Digest>
  /** Whether a digest need not be replaced by one of ours. */
  isOwn(hasher: string, digest: string): boolean
  /** What the policy has against a new password. */
  problems(password: string, identifiers: readonly string[]): Promise<Problem[]>
  /** Users whose digest is being replaced right now. */
  readonly exchanging: Set<string>
}

/** What still gets its answer within a few seconds. */
export const hashesWaitingMax = 256

/** The second protects nobody, and lets tests set thousands of passwords. */
export const hashParameters: Record<'full' | 'cheap', HashParameters> = {
  full: ownParameters,
  cheap: { memoryKib: 64, passes: 1, lanes: 1 },
}

export function createPasswordHashing(options: {
  readonly queue: HashQueue
  readonly parameters: HashParameters
  readonly policy: Settings['password']
  readonly warn: (message: string) => void
}): PasswordHashing {
  const { queue, parameters, policy, warn } = options
  const decoy = readDigest('argon2id', decoyDigest(parameters)) as Verifier
  return {
    read(hasher, digest) {
      const verifier = isPasswordHasher(hasher) ? readDigest(hasher, digest) : {}
      return typeof verifier === 'string' || !verifier.verify ? undefined : verifier
    },
    verify: (verifier, password) => queue.run(() => verifier.verify!(password)),
    feign: (password) => queue.run(async () => void (await decoy.verify!(password))),
    hash: (password) =>
      queue.run(async () => ({ hasher: 'argon2id', digest: await hashPassword(password, parameters) })),
    isOwn: (hasher, digest) => isOwn(hasher, digest, parameters),
    problems: (password, identifiers) => passwordProblems(password, { identifiers, warn }, policy),
    exchanging: new Set(),
  }
}
