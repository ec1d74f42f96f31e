import { deadlineFor } from './deadline.ts'
import { ConnectionError } from './errors.ts'
import { freeFields } from './generated/fields.ts'
import { version } from './generated/version.ts'
import type { Operation } from './operation.ts'
import type { FetchInit, Signal } from './platform.ts'
import { readAnswer } from './read-answer.ts'
import { addressOf, bodyOf } from './request.ts'
import { withRetries } from './retries.ts'
import { checkMaxRetries, checkTimeoutMs, type Settings } from './settings.ts'
import { formOf } from './upload.ts'
import { camelName, renameKeys } from './wire-names.ts'

/** What may differ from call to call. */
export interface CallOptions {
  /** Ends the call early, with a `ConnectionError` whose reason is `aborted`. */
  readonly signal?: Signal | undefined
  /** How long this call may take, retries included, in milliseconds. */
  readonly timeoutMs?: number | undefined
  readonly maxRetries?: number | undefined
}

/** Makes a call: `ids` fill the path in its order, `params` become query and body. */
export type Call = <Result>(
  operation: Operation,
  ids: readonly string[],
  params: object | undefined,
  options: CallOptions | undefined,
) => Promise<Result>

/** The version of the API that the types of this package describe. */
const apiVersion = '2026-05-12'

async function contentOf(operation: Operation, params: object | undefined) {
  if (operation.upload) return formOf(operation.upload, params, operation.uploadTexts)
  const body = bodyOf(operation, params)
  return body === undefined ? undefined : { contentType: 'application/json', body }
}

async function requestInit(operation: Operation, params: object | undefined, secretKey: string) {
  const content = await contentOf(operation, params)
  const headers: Record<string, string> = {
    Accept: 'application/json',
    Authorization: `Bearer ${secretKey}`,
    'Clerk-API-Version': apiVersion,
    'User-Agent': `bartleby-sdk/${version}`,
    ...(content ? { 'Content-Type': content.contentType } : {}),
  }
  // A redirect would turn a POST into a GET: it is an answer like any other, and refused.
  const redirect = 'manual' as const
  return { method: operation.method, headers, redirect, ...(content ? { body: content.body } : {}) }
}

/** Why `fetch` failed, without the error itself: what a foreign one carries along may hold the headers. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: unknown; cause?: { code?: unknown; message?: unknown } }
  const parts = [message, cause?.code ?? cause?.message]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(': ')
}

/** Everything that the resources do goes through the one function that this answers. */
export function callWith(settings: Settings): Call {
  const { secretKey, apiUrl, fetch } = settings
  const hideKey = (text: string) => text.replaceAll(secretKey, 'sk_…')

  async function send(what: string, url: string, init: FetchInit) {
    try {
      const response = await fetch(url, init)
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (error) {
      throw new ConnectionError(
        hideKey(`${what} got no answer from ${apiUrl}: ${reasonOf(error)}`),
        'network',
      )
    }
  }

  return async <Result>(
    operation: Operation,
    ids: readonly string[],
    params: object | undefined,
    options: CallOptions = {},
  ): Promise<Result> => {
    const url = apiUrl + addressOf(operation, ids, params)
    const maxRetries = checkMaxRetries(options.maxRetries ?? settings.maxRetries)
    const timeoutMs = checkTimeoutMs(options.timeoutMs ?? settings.timeoutMs)
    const deadline = deadlineFor(operation.id, timeoutMs, options.signal)
    try {
      const init = { ...(await requestInit(operation, params, secretKey)), signal: deadline.signal }
      const attempt = () => deadline.race(() => send(operation.id, url, init))
      const wire = await withRetries({ isSafe: operation.method === 'GET', maxRetries, deadline }, async () =>
        readAnswer(operation.id, await attempt(), hideKey),
      )
      return renameKeys(wire, camelName, freeFields) as Result
    } finally {
      deadline.clear()
    }
  }
}
