import { Type } from 'typebox'
import { JsonObject } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { User } from '../user.ts'

export const patchUserMetadata = frontendOperation({
  id: 'patchUserMetadata',
  method: 'PATCH',
  path: '/me/metadata',
  tag: 'Own account',
  summary: 'Merge into the own unsafe metadata',
  description:
    'Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The limit of 8192 bytes holds for the merged result. The other two fields are for the backend to write.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    { unsafe_metadata: JsonObject('What to merge, as JSON.') },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: User,
  needs: 'session',
  refusals: ['form_param_missing', 'form_param_exceeds_allowed_size', 'resource_locked'],
})
