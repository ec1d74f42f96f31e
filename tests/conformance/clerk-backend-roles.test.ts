import assert from 'node:assert/strict'
import { byKey, permissionKey, roleKey } from '#tests/api/given-roles.ts'
import {
  type ClerkDeleted,
  type ClientScene,
  clientOf,
  clientRule,
  type Params,
  refusalOf,
} from './clients.ts'

interface Permission {
  id: string
  name: string
  key: string
  description: string
}
interface Role {
  id: string
  key: string
  description: string | null
  isCreatorEligible: boolean
  permissions: Permission[]
}
interface Page<T> {
  data: T[]
  totalCount: number
}

/** What version 3 alone has. */
interface RoleApi {
  organizationRoles?: {
    getOrganizationRoleList(params?: Params): Promise<Page<Role>>
    getOrganizationRole(id: string): Promise<Role>
    createOrganizationRole(params: Params): Promise<Role>
    updateOrganizationRole(params: Params): Promise<Role>
    deleteOrganizationRole(id: string): Promise<ClerkDeleted>
    assignPermissionToOrganizationRole(params: Params): Promise<Role>
    removePermissionFromOrganizationRole(params: Params): Promise<Role>
  }
  organizationPermissions: {
    getOrganizationPermissionList(params?: Params): Promise<Page<Permission>>
    getOrganizationPermission(id: string): Promise<Permission>
    createOrganizationPermission(params: Params): Promise<Permission>
    updateOrganizationPermission(params: Params): Promise<Permission>
    deleteOrganizationPermission(id: string): Promise<ClerkDeleted>
  }
}

/** Since 1.34; that the settings can be read came with version 3. */
interface InstanceApi {
  instance?: {
    get(): Promise<{ id: string; environmentType: string; allowedOrigins: string[] | null }>
    updateRestrictions(params: Params): Promise<{ blocklist: boolean; blockEmailSubaddresses: boolean }>
    getOrganizationSettings?(): Promise<{ maxAllowedMemberships: number; creatorRole: string }>
    updateOrganizationSettings(
      params: Params,
    ): Promise<{ maxAllowedMemberships: number; creatorRole: string }>
  }
}

const apiOf = ({ clerk, server }: ClientScene) => clientOf(clerk, server) as unknown as RoleApi & InstanceApi

clientRule('ROL-19', 'keeps roles and permissions', async (scene) => {
  const { organizationRoles: roles, organizationPermissions: permissions } = apiOf(scene)
  // The older versions have no calls for them; that they talk to this server at all is what is left to see.
  if (!roles) return void (await scene.users.getCount())
  const key = permissionKey()
  const made = await permissions.createOrganizationPermission({ name: 'Read', key, description: 'Reads.' })
  assert.deepEqual([made.key, made.description], [key, 'Reads.'])
  const name = 'Read all'
  assert.equal((await permissions.updateOrganizationPermission({ permissionId: made.id, name })).name, name)
  assert.equal((await permissions.getOrganizationPermission(made.id)).name, name)
  const found = await permissions.getOrganizationPermissionList({ query: key, orderBy: '-key', limit: 5 })
  assert.deepEqual([found.totalCount, found.data[0]!.id], [1, made.id])

  const role = await roles.createOrganizationRole({
    name: 'Reader',
    key: roleKey(),
    description: null,
    permissions: [made.id],
    includeInInitialRoleSet: true,
  })
  assert.deepEqual([role.description, role.isCreatorEligible, role.permissions[0]!.key], [null, false, key])
  const system = await byKey(scene.server, 'permissions', 'org:sys_memberships:read')
  const pair = { organizationRoleId: role.id, permissionId: system.id }
  assert.equal((await roles.assignPermissionToOrganizationRole(pair)).permissions.length, 2)
  const again = await refusalOf(roles.assignPermissionToOrganizationRole(pair))
  const exists = 'organization_role_permission_association_exists'
  assert.deepEqual([again.status, again.errors[0]!.code], [409, exists])
  assert.equal((await roles.removePermissionFromOrganizationRole(pair)).permissions.length, 1)
  const changed = { organizationRoleId: role.id, description: 'Reads all.' }
  assert.equal((await roles.updateOrganizationRole(changed)).description, 'Reads all.')
  assert.equal((await roles.getOrganizationRole(role.id)).description, 'Reads all.')
  assert.equal((await roles.getOrganizationRoleList({ query: role.key })).totalCount, 1)
  assert.equal((await permissions.deleteOrganizationPermission(made.id)).deleted, true)
  assert.deepEqual((await roles.getOrganizationRole(role.id)).permissions, [])
  assert.deepEqual((await roles.deleteOrganizationRole(role.id)).id, role.id)
  const gone = await refusalOf(roles.getOrganizationRole(role.id))
  assert.deepEqual([gone.status, gone.errors[0]!.code], [404, 'resource_not_found'])
})

clientRule('OST-10', 'reads the instance and changes its settings', async (scene) => {
  const { instance } = apiOf(scene)
  if (!instance) return void (await scene.users.getCount())
  const admin = await byKey(scene.server, 'roles', 'org:admin')
  assert.match((await instance.get()).id, /^ins_/)
  const restrictions = await instance.updateRestrictions({ blocklist: true, blockEmailSubaddresses: true })
  assert.deepEqual([restrictions.blocklist, restrictions.blockEmailSubaddresses], [true, true])
  const asked = { enabled: true, maxAllowedMemberships: 12, creatorRoleId: admin.id }
  const settings = await instance.updateOrganizationSettings(asked)
  assert.deepEqual([settings.maxAllowedMemberships, settings.creatorRole], [12, 'org:admin'])
  if (instance.getOrganizationSettings)
    assert.equal((await instance.getOrganizationSettings()).maxAllowedMemberships, 12)
  const refusal = await refusalOf(instance.updateOrganizationSettings({ creatorRoleId: 'role_nobody' }))
  assert.deepEqual([refusal.status, refusal.errors[0]!.meta.paramName], [404, 'creator_role_id'])
})
