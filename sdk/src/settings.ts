import { type Fetch, isPage } from './platform.ts'

export interface BartlebyOptions {
  /** `sk_test_…` or `sk_live_…`. It opens everything: keep it on servers. Without one, this throws. */
  readonly secretKey: string | undefined
  /** Where the server is, such as `https://auth.example.com`; `http://127.0.0.1:4747` unless given. */
  readonly baseUrl?: string | undefined
  /** How long a call may take, retries included, in milliseconds; 30000 unless given. */
  readonly timeoutMs?: number | undefined
  /** How often a call is made again after a failure that may pass; 2 unless given. */
  readonly maxRetries?: number | undefined
  /** Takes the place of the platform's `fetch`. */
  readonly fetch?: Fetch | undefined
}

/** The options, checked and filled in. */
export interface Settings {
  readonly secretKey: string
  /** Ends with `/v1`. */
  readonly apiUrl: string
  readonly timeoutMs: number
  readonly maxRetries: number
  readonly fetch: Fetch
}

const baseUrlDefault = 'http://127.0.0.1:4747'
const timeoutMsDefault = 30_000
/** The longest that timers can wait. */
const timeoutMsMax = 2_147_483_647
const maxRetriesDefault = 2

function readSecretKey(given: string | undefined): string {
  const key = given?.trim()
  if (!key)
    throw new TypeError('secretKey is missing: give the secret key of the server, sk_test_… or sk_live_…')
  // What HTTP would refuse later, in a message that quotes the whole header.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new TypeError('secretKey has signs that no key has: copy it again')
  if (key.startsWith('sk_') && isPage())
    throw new TypeError(
      'A secret key must not be used in a browser: everybody who opens the page could read it. Call your own server, and Bartleby from there.',
    )
  return key
}

function readBaseUrl(given: string): string {
  const address = given.trim().replace(/\/+$/, '')
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
    throw new TypeError('baseUrl must be an http or https address, such as https://auth.example.com')
  return address.endsWith('/v1') ? address : `${address}/v1`
}

export function checkTimeoutMs(timeoutMs: number): number {
  if (timeoutMs > 0 && timeoutMs <= timeoutMsMax) return timeoutMs
  throw new RangeError(`timeoutMs must be a number of milliseconds from 1 to ${timeoutMsMax}`)
}

export function checkMaxRetries(maxRetries: number): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries
  throw new RangeError('maxRetries must be a whole number, 0 or more')
}

export function readSettings(options: BartlebyOptions): Settings {
  // Called through the global object, so that what tests or tools put there later is found.
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options
  return {
    secretKey: readSecretKey(options.secretKey),
    apiUrl: readBaseUrl(options.baseUrl ?? baseUrlDefault),
    timeoutMs: checkTimeoutMs(options.timeoutMs ?? timeoutMsDefault),
    maxRetries: checkMaxRetries(options.maxRetries ?? maxRetriesDefault),
    fetch,
  }
}
