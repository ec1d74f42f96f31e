import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Token } from '../session.ts'
import { choiceRefusals } from './choice-refusals.ts'
import { SessionPath } from './session-path.ts'

export const createSessionToken = frontendOperation({
  id: 'createSessionToken',
  method: 'POST',
  path: '/client/sessions/{session_id}/tokens',
  tag: 'Sessions',
  summary: 'Mint a session token',
  description:
    'A token of 60 seconds for the session. Nothing but the client mints one: a session token alone is not enough. It tells what the user may do in the organization that the session is active in or, with `organization_id`, in another one: the session stays where it is.',
  params: SessionPath,
  query: Nothing,
  body: Type.Object(
    {
      organization_id: Type.Optional(
        nullable(
          Type.String({ description: 'The id or slug of an organization of the user; empty for none.' }),
        ),
      ),
      tab_state: Type.Optional(nullable(Type.String({ description: 'Ignored.' }))),
    },
    { additionalProperties: false },
  ),
  envelope: 'bare',
  result: Token,
  needs: 'client',
  refusals: ['session_not_found', ...choiceRefusals],
})
