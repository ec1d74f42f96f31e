import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { Session, SessionPage, sessionStatuses } from './session.ts'

export const getSessionList = operation({
  id: 'GetSessionList',
  method: 'GET',
  path: '/sessions',
  tag: 'Sessions',
  summary: 'List sessions',
  description:
    'A bare array, newest first; with `paginated`, an object that has the total too. Name a user or a client: without, it is the sessions of everybody.',
  params: Nothing,
  query: Type.Object({
    client_id: Type.Optional(Type.String({ description: 'Only sessions on that client.' })),
    user_id: Type.Optional(Type.String({ description: 'Only sessions of that user.' })),
    status: Type.Optional(
      words([...sessionStatuses], { description: 'Only sessions with that status at this moment.' }),
    ),
    paginated: Type.Optional(
      Type.Boolean({ description: 'Answer `{ data, total_count }` in place of the bare array.' }),
    ),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  }),
  result: Type.Union([Type.Array(Session), SessionPage]),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
