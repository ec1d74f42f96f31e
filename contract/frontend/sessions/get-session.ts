import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Session } from '../session.ts'
import { SessionPath } from './session-path.ts'

export const getSession = frontendOperation({
  id: 'getSession',
  method: 'GET',
  path: '/client/sessions/{session_id}',
  tag: 'Sessions',
  summary: 'Read a session of the client',
  description: 'A live session with its user and a token.',
  params: SessionPath,
  query: Nothing,
  envelope: 'with_client',
  result: Session,
  needs: 'client',
  refusals: ['session_not_found'],
})
