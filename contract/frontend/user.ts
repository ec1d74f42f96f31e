import { type Static, Type } from 'typebox'
import { named } from '../shapes.ts'
import * as backend from '../users/user.ts'
import { OrganizationMembership } from './organizations/membership.ts'

const { private_metadata: _, ...seen } = backend.User.properties

/** The user as the browser sees them: without what only the backend may read. */
export const User = named(
  'User',
  Type.Object(
    {
      ...seen,
      create_organizations_limit: Type.Optional(
        Type.Integer({ description: '0 means unlimited. Absent where the user has no limit of their own.' }),
      ),
      organization_memberships: Type.Array(OrganizationMembership, { description: 'Newest first.' }),
    },
    { additionalProperties: false },
  ),
)
export type User = Static<typeof User>
