import { type Static, Type } from 'typebox'
import { flag, JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'

const closed = { additionalProperties: false }

export const invitationStatuses = ['pending', 'accepted', 'revoked', 'expired'] as const

export const Invitation = named(
  'Invitation',
  Type.Object(
    {
      object: words(['invitation']),
      id: Type.String({ description: '`inv_…`' }),
      email_address: Type.String({ description: 'Who is invited.' }),
      public_metadata: JsonObject('Become the public metadata of the user who accepts.'),
      revoked: Type.Boolean({ description: 'True exactly while `status` is `revoked`.' }),
      status: words([...invitationStatuses], { description: '`expired` from `expires_at` on.' }),
      url: Type.Optional(
        Type.String({ description: 'The link to accept it. Only the answer to its creation has it.' }),
      ),
      expires_at: nullable(Milliseconds('From this moment on it cannot be accepted.')),
      created_at: Milliseconds('When it was made.'),
      updated_at: Milliseconds('When its status last changed.'),
    },
    closed,
  ),
)
export type Invitation = Static<typeof Invitation>

export const InvitationPage = named(
  'InvitationPage',
  Type.Object(
    {
      data: Type.Array(Invitation),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)

/** One invitation as a request describes it; null means that a value is not given. */
export const NewApplicationInvitation = Type.Object(
  {
    email_address: Type.String({ minLength: 1, description: 'Who is invited.' }),
    public_metadata: Type.Optional(
      nullable(JsonObject('Become the public metadata of the new user; at most 8192 bytes.')),
    ),
    redirect_url: Type.Optional(
      nullable(
        Type.String({
          description:
            'Where the link leads once it was followed: absolute, `http` or `https`. A live server takes allowed origins and listed redirect URLs only.',
        }),
      ),
    ),
    notify: flag('Mail the link to the address. True unless given.'),
    ignore_existing: flag(
      'Invite although there is an open invitation of the address, or a user who has it. False unless given.',
    ),
    expires_in_days: Type.Optional(
      nullable(
        Type.Integer({
          minimum: 1,
          maximum: 365,
          description: 'Days that it can be accepted; 30 unless given.',
        }),
      ),
    ),
    template_slug: Type.Optional(
      words(['invitation', 'waitlist_invitation'], {
        description: 'Taken for the sake of clients. There is one mail, the same for both.',
      }),
    ),
  },
  closed,
)

/** Of whatever invites. */
export const invitingRefusals = [
  'form_param_missing',
  'form_param_nil',
  'form_param_format_invalid',
  'form_param_value_too_large',
  'form_param_exceeds_allowed_size',
  'form_identifier_exists',
  'duplicate_record',
] as const
