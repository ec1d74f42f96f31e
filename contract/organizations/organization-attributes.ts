import { Type } from 'typebox'
import { JsonObject, nullable } from '../shapes.ts'

const isAsked = (description: string) => Type.Optional(Type.Boolean({ description }))
const count = { minimum: 0, maximum: 2_147_483_647 }

export const nameOfOrganization = Type.String({
  minLength: 1,
  maxLength: 256,
  description: 'Anything but links and HTML.',
})

/** What create and update share; null means that it is not given. */
export const organizationAttributes = {
  slug: Type.Optional(
    nullable(
      Type.String({
        minLength: 1,
        maxLength: 256,
        description: 'Lower-case letters, digits and hyphens; no other organization may have it.',
      }),
    ),
  ),
  max_allowed_memberships: Type.Optional(
    nullable(Type.Integer({ ...count, description: 'Members at most; 0 means any number.' })),
  ),
  created_at: Type.Optional(
    nullable(
      Type.String({ format: 'date-time', description: 'Backdates the organization, in RFC 3339 form.' }),
    ),
  ),
  role_set_key: Type.Optional(
    nullable(
      Type.String({ maxLength: 256, description: 'Refused: every role is for every organization here.' }),
    ),
  ),
}

/** Each field holds at most 8192 bytes of JSON. */
export const organizationMetadata = {
  public_metadata: Type.Optional(nullable(JsonObject('Readable by the backend and by members.'))),
  private_metadata: Type.Optional(nullable(JsonObject('Readable by the backend only.'))),
}

/** What answers count on demand. */
export const countedFacts = {
  include_members_count: isAsked('Answer `members_count` and `pending_invitations_count`.'),
  include_missing_member_with_elevated_permissions: isAsked(
    'Answer whether nobody in it may manage its members and delete it.',
  ),
}

export const attributeRefusals = [
  'form_param_nil',
  'form_param_format_invalid',
  'form_param_invalid_time',
  'form_disallow_future_date',
  'form_param_max_length_exceeded',
  'form_param_value_too_large',
  'form_param_exceeds_allowed_size',
  'form_identifier_exists',
  'feature_not_enabled',
  'organization_slugs_disabled',
  'organization_not_enabled_in_instance',
] as const

/** Of whatever changes one organization. */
export const heldRefusals = [
  'organization_not_found',
  'resource_locked',
  'organization_not_enabled_in_instance',
] as const
