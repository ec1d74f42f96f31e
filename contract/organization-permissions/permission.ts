import { type Static, Type } from 'typebox'
import { Milliseconds, named, nullable, words } from '../shapes.ts'

/** Something that members of organizations may do. */
export const Permission = named(
  'Permission',
  Type.Object(
    {
      object: words(['permission']),
      id: Type.String({ description: '`perm_…`' }),
      name: Type.String(),
      key: Type.String({ description: '`org:<feature>:<action>`; what programs ask for.' }),
      description: Type.String(),
      type: words(['system', 'user'], {
        description: '`system`: known to the API itself, and unchangeable.',
      }),
      created_at: Milliseconds('When it was made.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    { additionalProperties: false },
  ),
)
export type Permission = Static<typeof Permission>

export const Permissions = named(
  'Permissions',
  Type.Object(
    {
      data: Type.Array(Permission),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)
export type Permissions = Static<typeof Permissions>

/** The path of every operation on one permission. */
export const PermissionPath = Type.Object({
  permission_id: Type.String({ description: 'The id of the permission: `perm_…`.' }),
})

export const nameOfPermission = Type.String({ minLength: 1, maxLength: 256, description: 'For people.' })
export const keyOfPermission = Type.String({
  minLength: 1,
  maxLength: 256,
  description:
    '`org:<feature>:<action>` of lower-case letters, digits and underscores; no other permission may have it. `org:sys_…` is reserved.',
})
export const descriptionOfPermission = Type.Optional(
  nullable(Type.String({ maxLength: 1024, description: 'What it allows, for people.' })),
)

/** Of a body that describes a permission or a role. */
export const describingRefusals = [
  'organization_not_enabled_in_instance',
  'resource_locked',
  'form_param_nil',
  'form_param_max_length_exceeded',
  'form_param_format_invalid',
  'form_identifier_exists',
] as const

export const permissionOrderFields = ['created_at', 'name', 'key'] as const

/** What both lists, of permissions and of roles, can be asked. */
export const listQuery = (what: string) =>
  Type.Object({
    query: Type.Optional(
      Type.String({
        description: `The whole id of a ${what}, or any part of its name or key, letter case aside.`,
      }),
    ),
    order_by: Type.Optional(
      Type.String({
        default: '-created_at',
        description: `\`+\` (or nothing) ascends, \`-\` descends: ${permissionOrderFields.join(', ')}.`,
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  })
