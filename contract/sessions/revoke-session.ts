import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Session, SessionPath } from './session.ts'

export const revokeSession = operation({
  id: 'RevokeSession',
  method: 'POST',
  path: '/sessions/{session_id}/revoke',
  tag: 'Sessions',
  summary: 'Revoke a session',
  description:
    'Signs the user out there: the session is worth nothing from now on, and they have to sign in again. A session that has ended before stays as it is.',
  params: SessionPath,
  query: Nothing,
  result: Session,
  refusals: ['session_not_found'],
  roles: ['owner', 'support'],
})
