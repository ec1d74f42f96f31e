import { Nothing } from '../../users/user.ts'
import { Environment } from '../environment.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const getEnvironment = frontendOperation({
  id: 'getEnvironment',
  method: 'GET',
  path: '/environment',
  tag: 'Environment',
  summary: 'Read the settings of the instance',
  description:
    'What a browser SDK reads before anything else: which identifiers, factors and rules there are. It holds no secret and needs no client.',
  params: Nothing,
  query: Nothing,
  envelope: 'bare',
  result: Environment,
  needs: 'nothing',
  refusals: [],
})
