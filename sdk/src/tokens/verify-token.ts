import { decodeProtectedHeader, errors, importSPKI, jwtVerify } from 'jose'
import { TokenError, type TokenErrorCode } from './errors.ts'
import type { FetchKeys } from './fetch-keys.ts'
import { keyFrom } from './key-set.ts'

/** The class of session tokens: other tokens of the same server are no proof that somebody is signed in. */
const sessionClass = 'cl_B7d4PD111AAA'
const clockSkewMsDefault = 5000

export interface VerifyTokenOptions {
  /** Where the server is, such as `https://auth.example.com`: its keys are fetched from there. */
  readonly apiUrl?: string | undefined
  /** The address of the keys, where it is another one. */
  readonly jwksUrl?: string | undefined
  /** The public key in PEM form: nothing is fetched, and a rotation means a new key here. */
  readonly jwtKey?: string | undefined
  /** What `iss` must be; not compared unless given, as the keys say whose token it is. */
  readonly issuer?: string | undefined
  /** The origins whose pages may have asked for the token, such as `https://app.example.com`. */
  readonly authorizedParties?: readonly string[] | undefined
  /** By how much clocks may differ, in milliseconds; 5000 unless given. */
  readonly clockSkewMs?: number | undefined
  /** Takes the place of the platform's `fetch`. */
  readonly fetch?: FetchKeys | undefined
}

/** The claims of a session token, as they stand in it. Times are Unix seconds. */
export interface SessionClaims {
  /** The id of the user. */
  readonly sub: string
  /** The id of the session. */
  readonly sid: string
  readonly iss: string
  readonly iat: number
  readonly nbf: number
  readonly exp: number
  /** The origin of the page that asked for the token. */
  readonly azp?: string
  /** Minutes since the first and the second factor; -1 for none. */
  readonly fva?: readonly [number, number]
  /** Who acts in the user's place. */
  readonly act?: { readonly sub: string; readonly [claim: string]: unknown }
  readonly [claim: string]: unknown
}

const jwksPath = '/.well-known/jwks.json'

function addressOf({ jwksUrl, apiUrl }: VerifyTokenOptions): string {
  if (jwksUrl) return jwksUrl
  if (!apiUrl)
    throw new TypeError('Give one of apiUrl, jwksUrl and jwtKey: without keys nothing can be verified')
  return apiUrl.trim().replace(/\/+$/, '').replace(/\/v1$/, '') + jwksPath
}

const platformFetch: FetchKeys = (url) => fetch(url, { signal: AbortSignal.timeout(10_000) })

/** Variables of an environment often hold a PEM on one line. */
const readPem = (pem: string) => importSPKI(pem.replaceAll('\\n', '\n').trim(), 'RS256')

const read = new Map<string, ReturnType<typeof readPem>>()
function keyOfPem(pem: string): ReturnType<typeof readPem> {
  const key = read.get(pem) ?? readPem(pem)
  // An app has one, or two during a rotation; whatever else comes is not worth keeping.
  if (read.size < 8) read.set(pem, key)
  return key
}

function headerOf(token: string): { kid: string } {
  let header: ReturnType<typeof decodeProtectedHeader>
  try {
    header = decodeProtectedHeader(token)
  } catch {
    throw new TokenError('token_malformed', 'This is no JWT.')
  }
  if (header.alg !== 'RS256')
    throw new TokenError('token_algorithm', 'Session tokens are signed by RS256 alone.')
  if (header.cat !== sessionClass) throw new TokenError('token_class', 'This is no session token.')
  if (typeof header.kid !== 'string') throw new TokenError('token_malformed', 'The token names no key.')
  return { kid: header.kid }
}

const claimCodes: Readonly<Record<string, TokenErrorCode>> = { nbf: 'token_not_active', iss: 'token_issuer' }

function codeOf(error: unknown): TokenErrorCode {
  if (error instanceof errors.JWTExpired) return 'token_expired'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token_signature'
  if (error instanceof errors.JWTClaimValidationFailed) return claimCodes[error.claim] ?? 'token_malformed'
  return 'token_malformed'
}

/**
 * The claims of a session token, if the server has signed it, it lives, and it is for this app. Throws a
 * `TokenError` otherwise. A session that has ended is noticed when its last token has: after a minute.
 */
export async function verifyToken(token: string, options: VerifyTokenOptions): Promise<SessionClaims> {
  const address = options.jwtKey ? undefined : addressOf(options)
  const { kid } = headerOf(token)
  const key = address
    ? await keyFrom(address, kid, options.fetch ?? platformFetch)
    : await keyOfPem(options.jwtKey!)
  const claims = await jwtVerify(token, key, {
    algorithms: ['RS256'],
    typ: 'JWT',
    clockTolerance: (options.clockSkewMs ?? clockSkewMsDefault) / 1000,
    requiredClaims: ['iss', 'sub', 'sid', 'iat', 'nbf', 'exp'],
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
  }).then(
    ({ payload }) => payload as unknown as SessionClaims,
    (error: unknown) => {
      throw new TokenError(codeOf(error), error instanceof Error ? error.message : 'The token is invalid.')
    },
  )
  if (typeof claims.sid !== 'string') throw new TokenError('token_malformed', 'The token names no session.')
  const { authorizedParties } = options
  if (authorizedParties && !authorizedParties.includes(claims.azp ?? ''))
    throw new TokenError('token_party', 'The token was made for a page that is not listed.')
  return claims
}
