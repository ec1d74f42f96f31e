import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { ActiveSession } from '../session.ts'

export const getSessions = frontendOperation({
  id: 'getSessions',
  method: 'GET',
  path: '/me/sessions/active',
  tag: 'Own sessions',
  summary: 'List the own live sessions',
  description: 'On every client, newest first, each with the device that used it last. At most 500.',
  params: Nothing,
  query: Nothing,
  envelope: 'bare',
  result: Type.Array(ActiveSession),
  needs: 'session',
  refusals: [],
})
