import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Session } from '../session.ts'
import { SessionPath } from '../sessions/session-path.ts'

export const revokeSession = frontendOperation({
  id: 'revokeSession',
  method: 'POST',
  path: '/me/sessions/{session_id}/revoke',
  tag: 'Own sessions',
  summary: 'End an own session',
  description:
    'On whichever client it is. It mints no token any more; the ones that exist die within a minute.',
  params: SessionPath,
  query: Nothing,
  envelope: 'with_client',
  result: Session,
  needs: 'session',
  refusals: ['session_not_found'],
})
