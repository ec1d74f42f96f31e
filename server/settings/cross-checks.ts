import { closest } from 'fastest-levenshtein'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { operations } from '#contract/operations.ts'
import type { Settings } from './settings.ts'

const identifiers = ['email_address', 'phone_number', 'username', 'web3_wallet'] as const

function isOrigin(text: string): boolean {
  if (text.includes('*') || !URL.canParse(text)) return false
  const url = new URL(text)
  // Of schemes that browsers do not know, `url.origin` is the text "null".
  return url.host !== '' && text === `${url.protocol}//${url.host}`
}

function* lengthProblems(settings: Settings): Generator<string> {
  for (const subject of ['username', 'password'] as const) {
    const { min_length, max_length } = settings[subject]
    if (min_length > max_length)
      yield `${subject}.min_length: expected at most ${subject}.max_length, found a larger one`
  }
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** Anybody on the way could read the prefix, or answer that a password is safe. */
function isLookupUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname))
  return isPrivate && username + password + search + hash === ''
}

function* passwordProblems({ password }: Settings): Generator<string> {
  if (!isLookupUrl(password.breach_lookup_url))
    yield 'password.breach_lookup_url: expected an address that begins with https:// (http:// only for this machine), without a user, a query and a fragment'
  if (password.require_special_char && password.allowed_special_characters === '')
    yield 'password.allowed_special_characters: expected at least one character, because password.require_special_char is true'
}

function* attributeProblems({ attributes }: Settings): Generator<string> {
  if (!identifiers.some((name) => attributes[name].enabled)) {
    yield `attributes: expected one of ${identifiers.join(', ')} to be enabled, found none`
  }
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.required && !attribute.enabled) {
      yield `attributes.${name}.required: expected false, because attributes.${name}.enabled is false`
    }
  }
}

function* rateLimitProblems({ rate_limits }: Settings): Generator<string> {
  const known = [...operations, ...frontendOperations].map((operation) => operation.id)
  for (const [at, rule] of rate_limits.rules.entries()) {
    for (const [position, id] of rule.operations.entries()) {
      if (known.includes(id)) continue
      yield `rate_limits.rules[${at}].operations[${position}]: no such operation; the nearest is ${closest(id, known)}`
    }
  }
}

function* originProblems({ allowed_origins }: Settings): Generator<string> {
  for (const [at, origin] of allowed_origins.entries()) {
    if (isOrigin(origin)) continue
    yield `allowed_origins[${at}]: expected an origin such as https://app.example.com (scheme, host, port if it is not the usual one; lower case, no path, no slash at the end)`
  }
}

/** What a schema cannot say: the problems of settings that fit it, one line each. */
export const crossChecks = (settings: Settings): string[] => [
  ...lengthProblems(settings),
  ...passwordProblems(settings),
  ...attributeProblems(settings),
  ...rateLimitProblems(settings),
  ...originProblems(settings),
]
