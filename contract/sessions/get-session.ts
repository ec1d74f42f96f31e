import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Session, SessionPath } from './session.ts'

export const getSession = operation({
  id: 'GetSession',
  method: 'GET',
  path: '/sessions/{session_id}',
  tag: 'Sessions',
  summary: 'Get a session',
  description: 'The session as it is at this moment: one that has run out says so, although nobody ended it.',
  params: SessionPath,
  query: Nothing,
  result: Session,
  refusals: ['session_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
