import { type Static, Type } from 'typebox'
import { Milliseconds, named, words } from '../shapes.ts'

export const RedirectURL = named(
  'RedirectURL',
  Type.Object(
    {
      object: words(['redirect_url']),
      id: Type.String({ description: '`ru_…`' }),
      url: Type.String({
        description: 'As it is compared: scheme and host in lower case, no default port.',
      }),
      created_at: Milliseconds('When it was listed.'),
      updated_at: Milliseconds('The same: it does not change.'),
    },
    { additionalProperties: false },
  ),
)
export type RedirectURL = Static<typeof RedirectURL>

export const RedirectURLPage = named(
  'RedirectURLPage',
  Type.Object(
    {
      data: Type.Array(RedirectURL),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)

export const RedirectURLPath = Type.Object({
  id: Type.String({ description: 'The id of the redirect URL: `ru_…`.' }),
})
