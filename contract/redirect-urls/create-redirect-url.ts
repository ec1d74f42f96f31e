import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { RedirectURL } from './redirect-url.ts'

export const createRedirectURL = operation({
  id: 'CreateRedirectURL',
  method: 'POST',
  path: '/redirect_urls',
  tag: 'Redirect URLs',
  summary: 'List a redirect URL',
  description:
    'An address that links of invitations may lead to in the end. It counts to the letter: not what is below it, not with another query.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      url: Type.String({
        minLength: 1,
        description:
          'Absolute, with `http`, `https` or the scheme of an app, such as `my-app://callback`; without a fragment or a user’s name.',
      }),
    },
    { additionalProperties: false },
  ),
  result: RedirectURL,
  refusals: ['form_param_missing', 'form_param_nil', 'form_param_format_invalid', 'duplicate_record'],
  roles: ['owner'],
})
