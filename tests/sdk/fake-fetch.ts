import { Bartleby } from '#sdk/client.ts'
import type { FetchInit } from '#sdk/platform.ts'
import type { BartlebyOptions } from '#sdk/settings.ts'

export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Record<string, string>
  /** JSON as a value, a form as its bytes; undefined when there was none. */
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  readonly body: any
}

type Headers = Record<string, string>
/** What the fake answers: a whole response, a failure to connect, or nothing until the request is aborted. */
export type Reply = { status: number; body?: unknown; text?: string; headers?: Headers } | Error | 'never'

export const secretKey = 'sk_test_fake_secret'

function responseOf(reply: Exclude<Reply, Error | 'never'>): Response {
  const headers = { 'content-type': 'application/json', ...reply.headers }
  return new Response(reply.text ?? JSON.stringify(reply.body ?? {}), { status: reply.status, headers })
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })

/** A client on a `fetch` that notes every request and answers from the list, the last reply for ever. */
export function clientOn(replies: Reply[], options: Partial<BartlebyOptions> = {}) {
  const sent: SentRequest[] = []
  const fetch = async (url: string, { method, headers, body, signal }: FetchInit) => {
    const read = typeof body === 'string' ? JSON.parse(body) : body
    sent.push({ method, url: new URL(url), headers, body: read })
    const reply = replies[Math.min(sent.length, replies.length) - 1]!
    if (reply === 'never') return untilAborted(signal)
    if (reply instanceof Error) throw reply
    return responseOf(reply)
  }
  return { client: new Bartleby({ secretKey, fetch, ...options }), sent }
}

export const ok = (body: unknown = {}): Reply => ({ status: 200, body })

/** A refusal as the API writes it. */
export const refused = (status: number, code: string, headers: Headers = {}): Reply => ({
  status,
  headers,
  body: {
    errors: [
      { code, message: `short ${code}`, long_message: `long ${code}`, meta: { param_name: 'some_name' } },
    ],
    clerk_trace_id: 'trace_of_the_body',
  },
})

/** The error that the promise is rejected with. */
export async function failureOf<T extends Error>(
  kind: abstract new (...args: never[]) => T,
  promise: Promise<unknown>,
): Promise<T> {
  try {
    await promise
  } catch (error) {
    if (error instanceof kind) return error
    throw error
  }
  throw new Error('it did not fail')
}
