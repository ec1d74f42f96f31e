import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { Session } from './session.ts'

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/sessions',
  tag: 'Sessions',
  summary: 'Begin a session, for tests',
  description:
    'Signs a user in without any proof, on a new client. Only in the test environment: elsewhere, hand the user a sign-in token. A banned or locked user gets no session.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ minLength: 1, description: 'The id of the user.' }),
      active_organization_id: Type.Optional(
        nullable(
          Type.String({ description: 'The id or slug of an organization of the user, to be active in.' }),
        ),
      ),
    },
    { additionalProperties: false },
  ),
  result: Session,
  refusals: [
    'request_invalid_for_environment',
    'resource_not_found',
    'resource_locked',
    'user_banned',
    'user_locked',
    'form_param_missing',
    'form_param_nil',
    'form_resource_not_found',
  ],
  roles: ['owner'],
})
