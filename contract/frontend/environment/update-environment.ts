import { Nothing } from '../../users/user.ts'
import { Environment } from '../environment.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const updateEnvironment = frontendOperation({
  id: 'updateEnvironment',
  method: 'PATCH',
  path: '/environment',
  tag: 'Environment',
  summary: 'Read the settings of the instance, as development SDKs do',
  description: 'The same answer as `getEnvironment`. SDKs with a `pk_test_` key ask in this way.',
  params: Nothing,
  query: Nothing,
  envelope: 'bare',
  result: Environment,
  needs: 'nothing',
  refusals: [],
})
