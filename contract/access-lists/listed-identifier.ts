import { type Static, Type } from 'typebox'
import { Milliseconds, named, words } from '../shapes.ts'

const closed = { additionalProperties: false }

const fields = {
  identifier: Type.String({ description: 'As it is compared; `*@example.com` is the whole domain.' }),
  identifier_type: words(['email_address', 'phone_number', 'web3_wallet']),
  instance_id: Type.String({ description: 'The id of this installation: `ins_…`.' }),
  created_at: Milliseconds('When it was listed.'),
  updated_at: Milliseconds('The same: an entry does not change.'),
}

export const AllowlistIdentifier = named(
  'AllowlistIdentifier',
  Type.Object(
    {
      object: words(['allowlist_identifier']),
      id: Type.String({ description: '`alid_…`' }),
      invitation_id: Type.Optional(
        Type.String({ description: 'The invitation that was sent with it; absent without one.' }),
      ),
      ...fields,
    },
    closed,
  ),
)
export type AllowlistIdentifier = Static<typeof AllowlistIdentifier>

export const BlocklistIdentifier = named(
  'BlocklistIdentifier',
  Type.Object(
    { object: words(['blocklist_identifier']), id: Type.String({ description: '`blid_…`' }), ...fields },
    closed,
  ),
)
export type BlocklistIdentifier = Static<typeof BlocklistIdentifier>

const total_count = Type.Integer({ description: 'Of all pages together.' })

export const AllowlistIdentifierPage = named(
  'AllowlistIdentifierPage',
  Type.Object({ data: Type.Array(AllowlistIdentifier), total_count }, closed),
)

export const BlocklistIdentifierPage = named(
  'BlocklistIdentifierPage',
  Type.Object({ data: Type.Array(BlocklistIdentifier), total_count }, closed),
)
export type BlocklistIdentifierPage = Static<typeof BlocklistIdentifierPage>

export const identifierToList = Type.String({
  minLength: 1,
  maxLength: 512,
  description:
    'An e-mail address, every address of a domain as `*@example.com`, a phone number in international form, or a web3 wallet.',
})

export const ListedIdentifierPath = Type.Object({
  identifier_id: Type.String({ description: 'The id of the entry.' }),
})
