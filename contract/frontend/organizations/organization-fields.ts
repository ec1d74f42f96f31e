import { Type } from 'typebox'
import { nameOfOrganization, organizationAttributes } from '../../organizations/organization-attributes.ts'

export { nameOfOrganization }

export const slugOfOrganization = organizationAttributes.slug

/** Of a name and a slug that are given. */
export const fieldRefusals = [
  'form_param_nil',
  'form_param_format_invalid',
  'form_param_max_length_exceeded',
  'form_identifier_exists',
  'organization_slugs_disabled',
] as const

export const roleKey = Type.String({
  minLength: 1,
  description: 'The key of a role, such as `org:member`.',
})
