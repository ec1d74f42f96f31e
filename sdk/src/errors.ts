/** One entry of the API's error envelope. */
export interface ApiError {
  /** The only field to match on, such as `form_identifier_exists`. */
  readonly code: string
  readonly message: string
  readonly longMessage: string
  /** The parameter that the error is about, by its wire name, such as `email_address`. */
  readonly paramName: string | undefined
  /** As it came: its keys have their wire names. */
  readonly meta: Readonly<Record<string, unknown>>
}

/** What is known of an answer that was no success. */
export interface ErrorDetails {
  readonly status?: number
  readonly errors?: readonly ApiError[]
  readonly traceId?: string | undefined
  readonly retryAfter?: number | undefined
}

/** Every failure of a call. Statuses that have no class of their own are plain ones. */
export class BartlebyError extends Error {
  // Spelled out in every class: minifiers rename classes.
  override readonly name: string = 'BartlebyError'
  /** The HTTP status; undefined when no answer came. */
  readonly status: number | undefined
  /** What the API said; empty when the answer was none of the API's. */
  readonly errors: readonly ApiError[]
  /** Names the lines of the server's log that belong to the call. */
  readonly traceId: string | undefined
  /** Seconds to wait before another try, where the server named them. */
  readonly retryAfter: number | undefined

  constructor(message: string, details: ErrorDetails = {}) {
    super(message)
    this.status = details.status
    this.errors = details.errors ?? []
    this.traceId = details.traceId
    this.retryAfter = details.retryAfter
  }

  /** The code of the first error, such as `resource_not_found`. */
  get code(): string | undefined {
    return this.errors[0]?.code
  }
}

/** 401: the secret key is missing, unknown or revoked. */
export class AuthenticationError extends BartlebyError {
  override readonly name: string = 'AuthenticationError'
}
/** 402 or 403: the key is known, and the operation is not allowed on this instance. */
export class PermissionError extends BartlebyError {
  override readonly name: string = 'PermissionError'
}
/** 404 */
export class NotFoundError extends BartlebyError {
  override readonly name: string = 'NotFoundError'
}
/** 409: another request got in the way. */
export class ConflictError extends BartlebyError {
  override readonly name: string = 'ConflictError'
}
/** 400, 413, 415 or 422: something that was sent; `errors` names each parameter. */
export class ValidationError extends BartlebyError {
  override readonly name: string = 'ValidationError'
}
/** 429, after all retries. */
export class RateLimitError extends BartlebyError {
  override readonly name: string = 'RateLimitError'
}
/** 5xx */
export class ServerError extends BartlebyError {
  override readonly name: string = 'ServerError'
}

/** No whole answer came. Whether the server did what it was asked to is not known. */
export class ConnectionError extends BartlebyError {
  override readonly name: string = 'ConnectionError'
  readonly reason: 'network' | 'timeout' | 'aborted'

  constructor(message: string, reason: 'network' | 'timeout' | 'aborted') {
    super(message)
    this.reason = reason
  }
}

const kinds: Readonly<Record<number, typeof BartlebyError>> = {
  400: ValidationError,
  401: AuthenticationError,
  402: PermissionError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  429: RateLimitError,
}

/** The class of an answer with this status. */
export const errorKindOf = (status: number): typeof BartlebyError =>
  status >= 500 ? ServerError : (kinds[status] ?? BartlebyError)
