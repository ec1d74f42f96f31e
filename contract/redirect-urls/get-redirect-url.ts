import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { RedirectURL, RedirectURLPath } from './redirect-url.ts'

export const getRedirectURL = operation({
  id: 'GetRedirectURL',
  method: 'GET',
  path: '/redirect_urls/{id}',
  tag: 'Redirect URLs',
  summary: 'Get a redirect URL',
  description: 'By its id.',
  params: RedirectURLPath,
  query: Nothing,
  result: RedirectURL,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
