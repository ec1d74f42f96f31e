import { type Static, Type } from 'typebox'
import * as backend from '../../organization-roles/role.ts'
import { named } from '../../shapes.ts'

const closed = { additionalProperties: false }

/** A role as members see it; browsers expect a text where there is no description. */
export const Role = named(
  'Role',
  Type.Object(
    {
      ...backend.Role.properties,
      description: Type.String({ description: 'Empty where there is none.' }),
    },
    closed,
  ),
)

export const Roles = named(
  'Roles',
  Type.Object(
    {
      data: Type.Array(Role),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
      has_role_set_migration: Type.Boolean({ description: 'Always false.' }),
    },
    closed,
  ),
)
export type Roles = Static<typeof Roles>
