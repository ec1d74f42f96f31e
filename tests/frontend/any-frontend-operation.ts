import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { appOrigin } from './visitor.ts'

/** Values for the parameters of any path. */
export type Ids = Readonly<Record<string, string>>

/** What each form needs; a new required field without a value here fails the tests that walk through all operations. */
const values: Readonly<Record<string, string>> = {
  strategy: 'email_code',
  identifier: 'nobody@example.com',
  email_address: 'gate@example.com',
  enrollment_mode: 'manual_invitation',
  name: 'Gate',
  role: 'org:member',
  user_id: 'user_nobody',
  code: '123456',
  new_password: 'Another-Horse-10!',
  password: 'Another-Horse-10!',
  unsafe_metadata: '{"gate":true}',
}

export const addressOf = ({ path }: FrontendOperation, ids: Ids): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? 'nobody')

export function formOf({ id, body }: FrontendOperation): URLSearchParams {
  const form = new URLSearchParams()
  for (const name of body?.required ?? []) {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for ${name} of ${id}`)
    form.append(name, value)
  }
  return form
}

export interface Sending {
  readonly token?: string | undefined
  readonly sessionId?: string | undefined
  /** Undefined leaves it out. */
  readonly origin?: string | undefined
  readonly method?: string
  readonly path?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit | undefined
}

/** One request of any shape; `answer` has the text as JSON. */
export async function send(url: string, operation: FrontendOperation, ids: Ids, sending: Sending = {}) {
  const { token, sessionId, method = operation.method, path = addressOf(operation, ids) } = sending
  const origin = 'origin' in sending ? sending.origin : appOrigin
  const query = new URLSearchParams({
    ...(sessionId === undefined ? {} : { _clerk_session_id: sessionId }),
    ...sending.query,
  })
  const body =
    'body' in sending ? sending.body : operation.upload ? pictureForm(anyPicture()) : formOf(operation)
  const response = await fetch(`${url}/v1${path}?${query}`, {
    method,
    headers: {
      ...(origin === undefined ? {} : { origin }),
      ...(token === undefined ? {} : { cookie: `__client=${token}` }),
      ...sending.headers,
    },
    ...(method === 'GET' ? {} : { body }),
    redirect: 'manual',
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
}
