import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Instance } from './instance.ts'

export const getInstance = operation({
  id: 'GetInstance',
  method: 'GET',
  path: '/instance',
  tag: 'Instance Settings',
  summary: 'Get the instance',
  description: 'This installation: one database, and every server process over it.',
  params: Nothing,
  query: Nothing,
  result: Instance,
  refusals: [],
  roles: ['owner', 'support', 'read_only'],
})
