import { argon2Of } from './argon2.ts'
import { bcrypt, bcryptPeppered, bcryptSha256Django } from './bcrypt.ts'
import { awsCognito } from './cognito.ts'
import { ldapSsha } from './ldap-ssha.ts'
import { pbkdf2Sha1, pbkdf2Sha256, pbkdf2Sha256Django, pbkdf2Sha512, pbkdf2Sha512Hex } from './pbkdf2.ts'
import { md5Phpass, phpass } from './phpass.ts'
import { plain, salted } from './plain.ts'
import type { Check, Reader } from './reading.ts'
import { scryptFirebase, scryptWerkzeug } from './scrypt.ts'
import { sha512Symfony } from './symfony.ts'

const readers = {
  argon2i: argon2Of('argon2i'),
  argon2id: argon2Of('argon2id'),
  awscognito: awsCognito,
  bcrypt,
  bcrypt_peppered: bcryptPeppered,
  bcrypt_sha256_django: bcryptSha256Django,
  ldap_ssha: ldapSsha,
  md5: plain('md5'),
  md5_phpass: md5Phpass,
  md5_salted: salted('md5'),
  pbkdf2_sha1: pbkdf2Sha1,
  pbkdf2_sha256: pbkdf2Sha256,
  pbkdf2_sha256_django: pbkdf2Sha256Django,
  pbkdf2_sha512: pbkdf2Sha512,
  pbkdf2_sha512_hex: pbkdf2Sha512Hex,
  phpass,
  scrypt_firebase: scryptFirebase,
  scrypt_werkzeug: scryptWerkzeug,
  sha256: plain('sha256'),
  sha256_salted: salted('sha256'),
  sha512_symfony: sha512Symfony,
} as const satisfies Record<string, Reader>

export type PasswordHasher = keyof typeof readers

/** The names that `password_hasher` may have. */
export const passwordHashers = Object.keys(readers) as readonly PasswordHasher[]

export const isPasswordHasher = (name: string): name is PasswordHasher => Object.hasOwn(readers, name)

export interface Verifier {
  /** Whether the digest is that of the password. Costly: call it from the hash queue. Absent: only another service can tell. */
  readonly verify?: (password: string) => Promise<boolean>
}

const digestLengthMax = 4096
/** Several formats cost their rounds times the length of the password. The systems they come from refuse longer ones too. */
const passwordBytesMax = 4096

/**
 * What no password is, so that nothing else matches in its place: a lone surrogate would be read as U+FFFD; bcrypt in C stops
 * at a NUL, and HMAC, in PBKDF2 and scrypt, takes those at the end for padding.
 */
const isPassword = (text: string) =>
  text.length <= passwordBytesMax && text.isWellFormed() && !text.includes('\0')

const guarded = (check: Check): Verifier => ({
  verify: async (password) => {
    if (!isPassword(password)) return false
    const bytes = Buffer.from(password)
    return bytes.length <= passwordBytesMax && check(bytes)
  },
})

/** Takes a digest apart: at once, whatever the text is, and without any hashing. */
export function readDigest(hasher: string, digest: string): Verifier | 'malformed' | 'too costly' {
  if (!isPasswordHasher(hasher) || digest.length > digestLengthMax || !/^[^\p{Cc}\p{Cs}]+$/u.test(digest))
    return 'malformed'
  const reading = readers[hasher](digest)
  if (reading === 'elsewhere') return {}
  return typeof reading === 'string' ? reading : guarded(reading)
}
