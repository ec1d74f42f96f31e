import type { Example } from './example.ts'
import { changedAt } from './users.ts'

const role = 'role_3AWVa2hQm8sYkC1vXnRd5tLpBe9'
const permission = 'perm_3AWVa9cWq4zLtH7uFkJs2yNmGx1'
const readsMembers = 'perm_3AWTzqX0vPs3bRk9mLwTd8hYcJ4'
const establishedAt = 1772642400000

const readInvoices = {
  object: 'permission',
  id: permission,
  name: 'Read invoices',
  key: 'org:invoices:read',
  description: 'See what was billed.',
  type: 'user',
  created_at: changedAt,
  updated_at: changedAt,
}

const readMembers = {
  object: 'permission',
  id: readsMembers,
  name: 'Read members',
  key: 'org:sys_memberships:read',
  description: '',
  type: 'system',
  created_at: establishedAt,
  updated_at: establishedAt,
}

const accountant = {
  object: 'role',
  id: role,
  name: 'Accountant',
  key: 'org:accountant',
  description: 'Looks after the invoices.',
  is_creator_eligible: false,
  permissions: [readInvoices],
  created_at: changedAt,
  updated_at: changedAt,
}

const both = { ...accountant, permissions: [readInvoices, readMembers], updated_at: changedAt + 61_300 }
const path = { organization_role_id: role }

export const roleExamples: Record<string, Example> = {
  ListOrganizationRoles: {
    query: { query: 'account', order_by: 'name' },
    result: { data: [accountant], total_count: 1 },
    client: `
const { data, totalCount } = await clerk.organizationRoles.getOrganizationRoleList({
  query: 'account',
  orderBy: 'name',
})`,
  },
  CreateOrganizationRole: {
    body: {
      name: 'Accountant',
      key: 'org:accountant',
      description: 'Looks after the invoices.',
      permissions: [permission],
    },
    result: accountant,
    client: `
const role = await clerk.organizationRoles.createOrganizationRole({
  name: 'Accountant',
  key: 'org:accountant',
  description: 'Looks after the invoices.',
  permissions: ['${permission}'],
})`,
  },
  GetOrganizationRole: {
    params: path,
    result: accountant,
    client: `const role = await clerk.organizationRoles.getOrganizationRole('${role}')`,
  },
  UpdateOrganizationRole: {
    params: path,
    body: { permissions: [permission, readsMembers] },
    result: both,
    client: `
const role = await clerk.organizationRoles.updateOrganizationRole({
  organizationRoleId: '${role}',
  permissions: ['${permission}', '${readsMembers}'],
})`,
  },
  DeleteOrganizationRole: {
    params: path,
    result: { object: 'role', id: role, deleted: true },
    client: `await clerk.organizationRoles.deleteOrganizationRole('${role}')`,
  },
  AssignPermissionToOrganizationRole: {
    params: { ...path, permission_id: readsMembers },
    result: both,
    client: `
const role = await clerk.organizationRoles.assignPermissionToOrganizationRole({
  organizationRoleId: '${role}',
  permissionId: '${readsMembers}',
})`,
  },
  RemovePermissionFromOrganizationRole: {
    params: { ...path, permission_id: readsMembers },
    result: { ...accountant, updated_at: changedAt + 122_600 },
    client: `
const role = await clerk.organizationRoles.removePermissionFromOrganizationRole({
  organizationRoleId: '${role}',
  permissionId: '${readsMembers}',
})`,
  },
  ListOrganizationPermissions: {
    query: { query: 'invoices' },
    result: { data: [readInvoices], total_count: 1 },
    client: `
const { data } = await clerk.organizationPermissions.getOrganizationPermissionList({ query: 'invoices' })`,
  },
  CreateOrganizationPermission: {
    body: { name: 'Read invoices', key: 'org:invoices:read', description: 'See what was billed.' },
    result: readInvoices,
    client: `
const permission = await clerk.organizationPermissions.createOrganizationPermission({
  name: 'Read invoices',
  key: 'org:invoices:read',
  description: 'See what was billed.',
})`,
  },
  GetOrganizationPermission: {
    params: { permission_id: permission },
    result: readInvoices,
    client: `const permission = await clerk.organizationPermissions.getOrganizationPermission('${permission}')`,
  },
  UpdateOrganizationPermission: {
    params: { permission_id: permission },
    body: { name: 'See invoices' },
    result: { ...readInvoices, name: 'See invoices', updated_at: changedAt + 61_300 },
    client: `
const permission = await clerk.organizationPermissions.updateOrganizationPermission({
  permissionId: '${permission}',
  name: 'See invoices',
})`,
  },
  DeleteOrganizationPermission: {
    params: { permission_id: permission },
    result: { object: 'permission', id: permission, deleted: true },
    client: `await clerk.organizationPermissions.deleteOrganizationPermission('${permission}')`,
  },
}
