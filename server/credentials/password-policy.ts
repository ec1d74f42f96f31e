import { type Problem, problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { isBreached } from './breached-passwords.ts'
import { isCommonPassword } from './common-passwords.ts'
import { passwordStrength } from './password-strength.ts'

type Policy = Settings['password']

export interface PasswordContext {
  /** E-mail addresses, phone numbers and usernames of the account, as stored. */
  readonly identifiers: readonly string[]
  /** Told when the breach look-up fails; never a password, nor a part of its hash. */
  readonly warn: (message: string) => void
}

const param = 'password'
/** No policy but a promise: bcrypt, where digests come from and may go to, reads no further. */
const bytesMax = 72

/** What no setting and no `skip_password_checks` lifts. */
export function passwordBytesProblems(password: string): Problem[] {
  const problems: Problem[] = []
  if (Buffer.byteLength(password) > bytesMax)
    problems.push(problem('form_password_size_in_bytes_exceeded', { param, bytes_max: bytesMax }))
  const refuse = (what: string) =>
    problems.push(problem('form_password_validation_failed', { param, problem: what }))
  if (password.includes('\0')) refuse('contains a NUL character')
  if (!password.isWellFormed()) refuse('is no well-formed Unicode text')
  return problems
}

function* lengthProblems(password: string, { min_length: min, max_length: max }: Policy): Generator<Problem> {
  // As many code units as hold one code point too many: a text of a megabyte is not counted to its end.
  const length = [...password.slice(0, 2 * (max + 1))].length
  if (length < min) yield problem('form_password_length_too_short', { param, min })
  if (length > max) yield problem('form_password_length_too_long', { param, max })
}

function* compositionProblems(password: string, policy: Policy): Generator<Problem> {
  if (policy.require_lowercase && !/\p{Ll}/u.test(password))
    yield problem('form_password_no_lowercase', { param })
  if (policy.require_uppercase && !/\p{Lu}/u.test(password))
    yield problem('form_password_no_uppercase', { param })
  if (policy.require_numbers && !/\p{Nd}/u.test(password)) yield problem('form_password_no_number', { param })
  const characters = policy.allowed_special_characters
  if (policy.require_special_char && ![...characters].some((one) => password.includes(one)))
    yield problem('form_password_no_special_char', { param, characters })
}

function* identifierProblems(password: string, identifiers: readonly string[]): Generator<Problem> {
  const folded = password.toLowerCase()
  if (identifiers.some((identifier) => identifier.toLowerCase() === folded))
    yield problem('form_password_matches_identifier', { param })
}

async function strengthProblems(
  password: string,
  { identifiers }: PasswordContext,
  { min_zxcvbn_strength: min }: Policy,
): Promise<Problem[]> {
  if (min === 0) return []
  const { score, suggestions } = await passwordStrength(password, identifiers)
  if (score >= min) return []
  return [problem('form_password_not_strong_enough', { param, score, min }, { zxcvbn: { suggestions } })]
}

async function listProblems(password: string, { warn }: PasswordContext, policy: Policy): Promise<Problem[]> {
  const isListed =
    (await isCommonPassword(password)) ||
    (!policy.disable_hibp && (await isBreached(password, policy.breach_lookup_url, warn)))
  return isListed ? [problem('form_password_pwned', { param })] : []
}

/**
 * Everything that the policy has against a new password. What can be told from its looks is told together; only a password
 * that passes is worth the time of the estimate and the lists.
 */
export async function passwordProblems(
  password: string,
  context: PasswordContext,
  policy: Policy,
): Promise<Problem[]> {
  const visible = [
    ...lengthProblems(password, policy),
    ...passwordBytesProblems(password),
    ...compositionProblems(password, policy),
    ...identifierProblems(password, context.identifiers),
  ]
  if (visible.length > 0) return visible
  return [
    ...(await strengthProblems(password, context, policy)),
    ...(await listProblems(password, context, policy)),
  ]
}
