import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Session } from '../session.ts'
import { SessionPath } from './session-path.ts'

export const endSession = frontendOperation({
  id: 'endSession',
  method: 'POST',
  path: '/client/sessions/{session_id}/end',
  tag: 'Sessions',
  summary: 'Sign out of a session',
  description: 'The session mints no token any more; the ones that exist die within a minute.',
  params: SessionPath,
  query: Nothing,
  envelope: 'with_client',
  result: Session,
  needs: 'client',
  refusals: ['session_not_found'],
})
