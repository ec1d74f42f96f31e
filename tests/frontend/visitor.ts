import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { checkFrontendAnswer } from './frontend-check.ts'

/** The origin of the page in tests; servers for visitors have it in `allowed_origins`. */
export const appOrigin = 'http://app.test:3000'

/** Settings of a server that visitors may call. */
export const forVisitors = { allowed_origins: [appOrigin] }

export interface VisitOptions {
  readonly headers?: Record<string, string>
  /** Added to the query; `_clerk_session_id` and the like. */
  readonly query?: Record<string, string>
  /** Sent as it is, instead of a form. */
  readonly rawBody?: string | Buffer | FormData
}

/** What a form may hold: null is sent as an empty field, an object as JSON. */
export type Form = Record<string, string | number | boolean | null | object>

/** A browser on an allowed page, or an app: it keeps its token and sends forms, as the official SDKs do. */
export interface Visitor {
  /** The token of its client; empty before the first one. */
  token: string
  /** Calls `/v1` + path and checks the answer; other methods than GET and POST travel as `_method`. */
  visit(method: string, path: string, form?: Form, options?: VisitOptions): Promise<Answer>
  /** The same, which must succeed: answers what `response` holds, or the whole body when it is bare. */
  // biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
  get(path: string, options?: VisitOptions): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
  post(path: string, form?: Form, options?: VisitOptions): Promise<any>
}

function encode(form: Form): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    fields.append(
      name,
      value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
    )
  return fields.toString()
}

const succeeded = ({ status, body, text }: Answer) => {
  assert.equal(status, 200, text)
  return body !== null && typeof body === 'object' && 'response' in body ? body.response : body
}

/** `native` plays an app without cookies, which sends its token in the Authorization header. */
export function visitor(
  server: Pick<TestServer, 'url'>,
  { native = false, origin = appOrigin } = {},
): Visitor {
  const self: Visitor = {
    token: '',
    async visit(method, path, form, { headers = {}, query = {}, rawBody } = {}) {
      const url = new URL(`${server.url}/v1${path}`)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      url.searchParams.set('__clerk_api_version', '2026-05-12')
      if (native) url.searchParams.set('_is_native', '1')
      const sent = ['GET', 'POST'].includes(method) ? method : 'POST'
      if (sent !== method) url.searchParams.set('_method', method)
      const own: Record<string, string> = native
        ? self.token
          ? { authorization: self.token }
          : {}
        : { origin, ...(self.token ? { cookie: `other=1; __client=${self.token}` } : {}) }
      const body = rawBody ?? (form === undefined ? undefined : encode(form))
      if (typeof body === 'string') own['content-type'] = 'application/x-www-form-urlencoded'
      const response = await fetch(url, {
        method: sent,
        headers: { ...own, ...headers },
        body: body as BodyInit | undefined,
        redirect: 'manual',
      })
      const text = await response.text()
      const answer: Answer = { status: response.status, headers: response.headers, text, body: undefined }
      try {
        answer.body = JSON.parse(text)
      } catch {
        answer.body = undefined
      }
      checkFrontendAnswer(method, path, answer)
      const handed = native
        ? response.headers.get('authorization')
        : response.headers.getSetCookie().findLast((cookie) => cookie.startsWith('__client='))
      if (handed != null) self.token = native ? handed : handed.slice('__client='.length).split(';')[0]!
      return answer
    },
    get: async (path, options) => succeeded(await self.visit('GET', path, undefined, options)),
    post: async (path, form = {}, options) => succeeded(await self.visit('POST', path, form, options)),
  }
  return self
}
