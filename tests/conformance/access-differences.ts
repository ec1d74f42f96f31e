import type { Difference } from './difference.ts'

/** Bans, locks and passwords. */
export const accessDifferences: readonly Difference[] = [
  {
    topic: 'Verifying the password of a locked user',
    ours: '403 `user_locked` with the seconds left in `meta`, and nothing is compared.',
    theirs: 'Not published.',
    reason: 'A lock that only sign-in keeps would leave another door for guesses.',
  },
  {
    topic: 'Wrong passwords at VerifyPassword',
    ours: 'Use up attempts as those at sign-in do, unless `user_lockout.verify_password_counts` is false. A guess counts from the moment it begins.',
    theirs: 'Not published.',
    reason: 'Parallel guesses must not get past the limit, whichever operation makes them.',
  },
  {
    topic: 'Attempts after a lock by failures',
    ours: 'When the lock has ended by itself, all attempts are left again.',
    theirs: 'Not published.',
    reason: 'The next slip would otherwise lock for another hour.',
  },
  {
    topic: 'Digest formats',
    ours: '20 hashers are verified and replaced by argon2id at the first success; `awscognito` is stored, and verifying answers 422; `hmac_sha256_utf16_b64` is refused as an unknown hasher.',
    theirs: 'Weak digests become bcrypt at the first sign-in; the format of the last is not published.',
    reason:
      'Argon2id is what OWASP names first; a digest that nothing can verify would lock its user out unseen.',
  },
  {
    topic: 'Formats that are only presumed',
    ours: '`md5_phpass` is phpass over the hexadecimal MD5; `md5_salted` and `sha256_salted` match with the salt in front or behind.',
    theirs: 'Not published.',
    reason:
      'The usual readings of these names. An import that fails is seen at once with one known password.',
  },
  {
    topic: 'Costs of imported digests',
    ours: 'Bounded: bcrypt 15, scrypt N 2^17, argon2 256 MiB and 10 passes, PBKDF2 10 million rounds; above: 422 `form_password_digest_invalid_code`.',
    theirs: 'Not published.',
    reason: 'One digest must not hold up a server at every sign-in.',
  },
  {
    topic: 'Passwords as typed',
    ours: 'Compared byte by byte: no trimming, no Unicode normalisation. NUL is refused.',
    theirs: 'Not published.',
    reason: 'Imported digests were made of what was typed.',
  },
  {
    topic: 'Common and breached passwords',
    ours: 'A list of 49,000 common ones comes along and always counts; the look-up in the list of breaches is off unless `password.disable_hibp` is false, and lets pass when it fails.',
    theirs: 'A look-up of breaches, on by default.',
    reason: 'A self-hosted server calls nobody unless it is told to.',
  },
  {
    topic: 'Banning several users',
    ours: 'All or none: one unknown id is 404 and nobody changes. Fewer than 1 or more than 50 ids: 400 `bulk_size_exceeded`.',
    theirs: 'Not published.',
    reason: 'Half a ban is the answer that nobody can act on.',
  },
  {
    topic: 'Unbanning and unlocking',
    ours: 'Always possible, also where the setting has switched bans or locks off.',
    theirs: '402 and 403 are listed.',
    reason: 'Who was banned before the switch must not stay so for ever.',
  },
  {
    topic: 'Marking a password as compromised',
    ours: '400 `no_password_set` for a user without one. The mark is kept for the next sign-in and is in no answer.',
    theirs:
      'The failure is not published; the answer may have `requires_password_reset`, which no schema has.',
    reason: 'Answers stay valid by the published schema, which is closed.',
  },
  {
    topic: 'Flood of passwords',
    ours: 'As many hashes as processors run at once and 256 wait; beyond that 503 `service_unavailable`.',
    theirs: 'Not published.',
    reason: 'Reads must not starve behind hashing.',
  },
]
