import { type ApiError, type BartlebyError, errorKindOf } from './errors.ts'

/** An answer as it came. */
export interface Answer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly text: string
}

type Fields = Readonly<Record<string, unknown>>
const excerptLengthMax = 200

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** `application/json`, whatever parameters follow. */
const isJson = (mediaType: string) => /^application\/([\w.-]+\+)?json$/i.test(mediaType.split(';')[0]!.trim())

/** The body as a value; undefined when it is no JSON. */
function jsonOf({ headers, text }: Answer): unknown {
  if (!isJson(headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function apiError(entry: Fields): ApiError {
  const meta = isFields(entry.meta) ? entry.meta : {}
  return {
    code: textOf(entry.code),
    message: textOf(entry.message),
    longMessage: textOf(entry.long_message),
    paramName: textOf(meta.param_name) || undefined,
    meta,
  }
}

const entriesOf = (body: unknown): Fields[] =>
  isFields(body) && Array.isArray(body.errors) ? body.errors.filter(isFields) : []

/** Servers name it in the body or in a header; the gateways in front of them in a header of their own. */
function traceIdOf(body: unknown, { headers }: Answer): string | undefined {
  const places = [body, ...entriesOf(body)]
  const [inBody] = places.map((place) => textOf(isFields(place) && place.clerk_trace_id)).filter(Boolean)
  return inBody ?? headers.get('clerk-trace-id') ?? headers.get('cf-ray') ?? undefined
}

function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\s*\d{1,9}\s*$/.test(retryAfter) ? Number(retryAfter) : undefined
}

const excerpt = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > excerptLengthMax ? `${line.slice(0, excerptLengthMax)}…` : line
}

function explain(errors: readonly ApiError[], answer: Answer): string {
  if (errors.length > 0)
    return errors.map(({ code, message, longMessage }) => `${longMessage || message} (${code})`).join('; ')
  if (answer.status >= 300 && answer.status < 400) {
    const location = answer.headers.get('location')
    return `a redirect${location === null ? '' : ` to ${location}`}: is baseUrl right?`
  }
  const type = answer.headers.get('content-type') ?? 'no media type'
  return `no answer of this API, but ${type}: ${excerpt(answer.text) || 'nothing'}`
}

function errorOf(what: string, answer: Answer, hideKey: (text: string) => string): BartlebyError {
  const { status, headers } = answer
  const body = jsonOf(answer)
  const errors = entriesOf(body).map(apiError)
  const traceId = traceIdOf(body, answer)
  const trace = traceId === undefined ? '' : ` [trace ${traceId}]`
  const Kind = errorKindOf(status)
  return new Kind(hideKey(`${what} was answered ${status}: ${explain(errors, answer)}${trace}`), {
    status,
    errors,
    traceId,
    retryAfter: secondsOf(headers.get('retry-after')),
  })
}

/** The value of a good answer. Throws the error that any other one is. */
export function readAnswer(what: string, answer: Answer, hideKey: (text: string) => string): unknown {
  if (answer.status >= 200 && answer.status < 300) {
    const body = jsonOf(answer)
    if (body !== undefined) return body
  }
  throw errorOf(what, { ...answer, text: hideKey(answer.text) }, hideKey)
}
