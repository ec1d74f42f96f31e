import { Type } from 'typebox'
import { Token } from '../jwt-templates/jwt-template.ts'
import { operation } from '../operation.ts'
import { JsonObject, named, nullable, words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { SessionPath } from './session.ts'

const Cookies = named(
  'Cookies',
  Type.Object(
    {
      object: words(['cookies']),
      cookies: Type.Array(Type.String(), {
        description: 'Values of `Set-Cookie`, for the app to hand to the browser.',
      }),
    },
    { additionalProperties: false },
  ),
)

export const refreshSession = operation({
  id: 'RefreshSession',
  method: 'POST',
  path: '/sessions/{session_id}/refresh',
  tag: 'Sessions',
  summary: 'Refresh a session',
  description:
    'A new session token in exchange for one that has expired, so that a backend can answer a page whose token has run out without sending the browser away first. Both cookies of the browser are needed: `__session` and `__refresh_…`. A 401 tells the SDKs to take the longer way.',
  params: SessionPath,
  query: Nothing,
  body: Type.Object(
    {
      expired_token: Type.String({ description: 'A session token of this session, from `__session`.' }),
      refresh_token: Type.String({
        description:
          'From the cookie `__refresh_…` that signing in sets. It is worth something for as long as its session is live.',
      }),
      request_origin: Type.String({
        description: 'The origin of the page. The token is for that page if it is an allowed one.',
      }),
      request_headers: Type.Optional(
        nullable(JsonObject('The headers that the page was asked for with. Nothing is made of them.')),
      ),
      request_originating_ip: Type.Optional(
        nullable(Type.String({ description: 'The address of the browser. Nothing is made of it.' })),
      ),
      format: Type.Optional(
        nullable(
          words(['token', 'cookie'], {
            description: '`token`, as unless given, answers the token; `cookie` the cookies that hold it.',
          }),
        ),
      ),
    },
    { additionalProperties: false },
  ),
  result: Type.Union([Token, Cookies]),
  refusals: [
    'session_token_invalid',
    'refresh_token_invalid',
    'session_over',
    'form_param_missing',
    'form_param_nil',
  ],
  roles: ['owner'],
})
