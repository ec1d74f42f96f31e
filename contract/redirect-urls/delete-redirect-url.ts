import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { RedirectURLPath } from './redirect-url.ts'

export const deleteRedirectURL = operation({
  id: 'DeleteRedirectURL',
  method: 'DELETE',
  path: '/redirect_urls/{id}',
  tag: 'Redirect URLs',
  summary: 'Remove a redirect URL',
  description: 'No new invitation can lead there. Those that are out still do.',
  params: RedirectURLPath,
  query: Nothing,
  result: DeletedObject,
  refusals: ['resource_not_found'],
  roles: ['owner'],
})
