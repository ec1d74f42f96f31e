import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Session } from '../session.ts'
import { SessionPath } from './session-path.ts'

export const removeSession = frontendOperation({
  id: 'removeSession',
  method: 'POST',
  path: '/client/sessions/{session_id}/remove',
  tag: 'Sessions',
  summary: 'Sign out of a session and drop it',
  description: 'Like `endSession`; the session is called removed.',
  params: SessionPath,
  query: Nothing,
  envelope: 'with_client',
  result: Session,
  needs: 'client',
  refusals: ['session_not_found'],
})
