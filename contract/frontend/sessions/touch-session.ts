import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Session } from '../session.ts'
import { choiceRefusals } from './choice-refusals.ts'
import { SessionPath } from './session-path.ts'

export const touchSession = frontendOperation({
  id: 'touchSession',
  method: 'POST',
  path: '/client/sessions/{session_id}/touch',
  tag: 'Sessions',
  summary: 'Say that a session is in use',
  description:
    'Makes the session the one that is active on the client, and keeps it from being abandoned. Names the organization that the user acts in from now on, which every token of the session tells.',
  params: SessionPath,
  query: Nothing,
  body: Type.Object(
    {
      active_organization_id: Type.Optional(
        nullable(
          Type.String({
            description:
              'The id or slug of an organization of the user; empty for the personal account. Absent: as before.',
          }),
        ),
      ),
      intent: Type.Optional(Type.String({ description: 'Why the SDK asks, such as `focus`.' })),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: Session,
  needs: 'client',
  refusals: ['session_not_found', ...choiceRefusals],
})
