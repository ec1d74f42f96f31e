/** Something that members may do; `key` reads `org:<feature>:<action>`. Its spelling is that of the column names. */
export interface Permission {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly description: string
  /** `system` permissions steer the rooms of the API and never change. */
  readonly type: 'system' | 'user'
  readonly created_at: number
  readonly updated_at: number
}

/** What a membership allows; `key` reads `org:<name>`. */
export interface Role {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly description: string | null
  readonly created_at: number
  readonly updated_at: number
  /** In the order of their keys. */
  readonly permissions: readonly Permission[]
}

export const systemPermissions = {
  'org:sys_profile:manage': 'Manage organization',
  'org:sys_profile:delete': 'Delete organization',
  'org:sys_memberships:read': 'Read members',
  'org:sys_memberships:manage': 'Manage members',
  'org:sys_domains:read': 'Read domains',
  'org:sys_domains:manage': 'Manage domains',
  'org:sys_billing:read': 'Read billing',
  'org:sys_billing:manage': 'Manage billing',
} as const
export type SystemPermission = keyof typeof systemPermissions

/** What somebody in every organization must be able to do: otherwise nobody could bring others in, or close it. */
export const elevatedPermissions = [
  'org:sys_memberships:manage',
  'org:sys_memberships:read',
  'org:sys_profile:delete',
] as const satisfies SystemPermission[]

export const allows = (role: Pick<Role, 'permissions'>, permission: string): boolean =>
  role.permissions.some(({ key }) => key === permission)

/** Whether who makes an organization may get this role. */
export const isCreatorEligible = (role: Pick<Role, 'permissions'>): boolean =>
  elevatedPermissions.every((permission) => allows(role, permission))
