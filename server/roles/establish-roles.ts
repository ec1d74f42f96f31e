import { newId } from '#server/ids.ts'
import { type Permission, type Role, type SystemPermission, systemPermissions } from './role.ts'
import type { RoleStore } from './role-store.ts'

const keys = Object.keys(systemPermissions) as SystemPermission[]
const memberMay: readonly SystemPermission[] = ['org:sys_memberships:read', 'org:sys_billing:read']

/** Every instance begins with the system permissions and two roles. */
export async function establishRoles(store: RoleStore, now: number): Promise<void> {
  const times = { created_at: now, updated_at: now }
  const permissions = keys.map(
    (key): Permission => ({
      id: newId('perm', now),
      key,
      name: systemPermissions[key],
      description: '',
      type: 'system',
      ...times,
    }),
  )
  const role = (key: string, name: string, description: string, granted: readonly Permission[]): Role => ({
    id: newId('role', now),
    key,
    name,
    description,
    permissions: granted,
    ...times,
  })
  await store.establish(permissions, [
    role('org:admin', 'Admin', 'May do everything in the organization.', permissions),
    role(
      'org:member',
      'Member',
      'May see who else is in the organization.',
      permissions.filter(({ key }) => memberMay.some((allowed) => allowed === key)),
    ),
  ])
}
