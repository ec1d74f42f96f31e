import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { paging } from '../paging.ts'
import { Nothing } from '../users/user.ts'
import { RedirectURL, RedirectURLPage } from './redirect-url.ts'

export const listRedirectURLs = operation({
  id: 'ListRedirectURLs',
  method: 'GET',
  path: '/redirect_urls',
  tag: 'Redirect URLs',
  summary: 'List redirect URLs',
  description:
    'A bare array, newest first: all of them, or a page of them with `limit` or `offset`. With `paginated`, an object that has a page and the total.',
  params: Nothing,
  query: Type.Object(paging),
  result: Type.Union([Type.Array(RedirectURL), RedirectURLPage]),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
