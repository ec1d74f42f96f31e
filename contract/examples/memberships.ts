import type { Example } from './example.ts'
import { ada, changedAt, graceUser } from './users.ts'

const organizationId = 'org_3AWTy6cXn1vGmYb8sKqLd2eRfZ4'
const grace = graceUser.id
const member = { organization_id: organizationId, user_id: grace }

const organization = {
  object: 'organization',
  id: organizationId,
  name: 'Analytical Engines',
  slug: 'analytical-engines',
  image_url: 'http://127.0.0.1:4747/images/img_3AWTyKd0bQz7uVn2mXcHs5pLrEg',
  has_image: true,
  max_allowed_memberships: 0,
  admin_delete_enabled: true,
  public_metadata: {},
  private_metadata: {},
  created_by: ada,
  created_at: 1772642407318,
  updated_at: 1772642407318,
}

const membership = {
  object: 'organization_membership',
  id: 'orgmem_3AWTzB4mQe9kYs1wXuVd7nRpLc2',
  role: 'org:member',
  role_name: 'Member',
  permissions: ['org:sys_billing:read', 'org:sys_memberships:read'],
  public_metadata: { desk: 'compilers' },
  private_metadata: {},
  organization,
  public_user_data: {
    user_id: grace,
    first_name: 'Grace',
    last_name: 'Hopper',
    profile_image_url: graceUser.image_url,
    image_url: graceUser.image_url,
    has_image: false,
    identifier: 'grace@example.com',
    username: null,
    banned: false,
    deprovisioned: false,
  },
  created_at: changedAt,
  updated_at: changedAt,
}

const ids = `
  organizationId: '${organizationId}',
  userId: '${grace}',`

export const membershipExamples: Record<string, Example> = {
  UsersGetOrganizationMemberships: {
    params: { user_id: grace },
    query: { limit: 20 },
    result: { data: [membership], total_count: 1 },
    client: `const { data } = await clerk.users.getOrganizationMembershipList({ userId: '${grace}', limit: 20 })`,
  },
  ListOrganizationMemberships: {
    params: { organization_id: organizationId },
    query: { role: ['org:member'], order_by: '-created_at' },
    result: { data: [membership], total_count: 1 },
    client: `
const { data, totalCount } = await clerk.organizations.getOrganizationMembershipList({
  organizationId: '${organizationId}',
  role: ['org:member'],
  orderBy: '-created_at',
})`,
  },
  CreateOrganizationMembership: {
    params: { organization_id: organizationId },
    body: { user_id: grace, role: 'org:member' },
    result: { ...membership, public_metadata: {} },
    client: `
const membership = await clerk.organizations.createOrganizationMembership({${ids}
  role: 'org:member',
})`,
  },
  UpdateOrganizationMembership: {
    params: member,
    body: { role: 'org:member' },
    result: { ...membership, updated_at: changedAt + 61_300 },
    client: `
const membership = await clerk.organizations.updateOrganizationMembership({${ids}
  role: 'org:member',
})`,
  },
  DeleteOrganizationMembership: {
    params: member,
    result: membership,
    client: `await clerk.organizations.deleteOrganizationMembership({${ids}
})`,
  },
  UpdateOrganizationMembershipMetadata: {
    params: member,
    body: { public_metadata: { desk: 'compilers' } },
    result: { ...membership, updated_at: changedAt + 61_300 },
    client: `
const membership = await clerk.organizations.updateOrganizationMembershipMetadata({${ids}
  publicMetadata: { desk: 'compilers' },
})`,
  },
  InstanceGetOrganizationMemberships: {
    query: { order_by: '-created_at', limit: 20 },
    result: { data: [membership], total_count: 1 },
    client: `
const { data } = await clerk.organizations.getInstanceOrganizationMembershipList({
  orderBy: '-created_at',
  limit: 20,
})`,
  },
}
