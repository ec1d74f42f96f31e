import { type Static, Type } from 'typebox'
import * as backend from '../../organizations/organization.ts'
import { named } from '../../shapes.ts'

const {
  private_metadata: _private,
  created_by: _createdBy,
  missing_member_with_elevated_permissions: _missing,
  ...seen
} = backend.Organization.properties

/** An organization as its members see it: without what only the backend may read. */
export const Organization = named('Organization', Type.Object(seen, { additionalProperties: false }))
export type Organization = Static<typeof Organization>
