import { type Static, Type } from 'typebox'
import { Permission } from '../organization-permissions/permission.ts'
import { Milliseconds, named, nullable, words } from '../shapes.ts'

/** Roles at most: every token of a member is made with all of them at hand. */
export const rolesMax = 100

/** What a membership allows. */
export const Role = named(
  'Role',
  Type.Object(
    {
      object: words(['role']),
      id: Type.String({ description: '`role_…`' }),
      name: Type.String(),
      key: Type.String({ description: '`org:<name>`; what memberships and tokens call it.' }),
      description: nullable(Type.String()),
      is_creator_eligible: Type.Boolean({
        description: 'Whether whoever makes an organization could get it.',
      }),
      permissions: Type.Array(Permission),
      created_at: Milliseconds('When it was made.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    { additionalProperties: false },
  ),
)
export type Role = Static<typeof Role>

export const Roles = named(
  'Roles',
  Type.Object(
    { data: Type.Array(Role), total_count: Type.Integer({ description: 'Of all pages together.' }) },
    { additionalProperties: false },
  ),
)
export type Roles = Static<typeof Roles>

/** The path of every operation on one role. */
export const RolePath = Type.Object({
  organization_role_id: Type.String({ description: 'The id of the role: `role_…`.' }),
})

export const RolePermissionPath = Type.Object({
  ...RolePath.properties,
  permission_id: Type.String({ description: 'The id of the permission: `perm_…`.' }),
})

export const nameOfRole = Type.String({ minLength: 1, maxLength: 256, description: 'For people.' })
export const keyOfRole = Type.String({
  minLength: 1,
  maxLength: 256,
  description: '`org:<name>` of lower-case letters, digits and underscores; no other role may have it.',
})

export const roleAttributes = {
  description: Type.Optional(
    nullable(Type.String({ maxLength: 1024, description: 'What it is for, for people.' })),
  ),
  permissions: Type.Optional(
    nullable(Type.Array(Type.String(), { maxItems: 500, description: 'Ids of permissions: `perm_…`.' })),
  ),
}
