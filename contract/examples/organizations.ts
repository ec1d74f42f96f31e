import type { Example, Json } from './example.ts'
import { ada, changedAt } from './users.ts'

export const acme = 'org_3AWU5mT2dQx0VzKc8yRjLfGn1He'
const logo = 'http://127.0.0.1:4747/images/img_2Zg7Vd0qWmS4rXkT1yBnEo5uLcJ'

const drawnLogo = () => {
  const drawn = { type: 'default', iid: 'ins_3ANpVqHk0ZcW1mB7xYtR5dKf2Ls', rid: acme, initials: 'A' }
  const segment = btoa(JSON.stringify(drawn)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `http://127.0.0.1:4747/images/${segment}`
}

/** The organization of the examples, as answers about it show it. */
export const acmeOrganization = (changes: Record<string, Json> = {}) => ({
  object: 'organization',
  id: acme,
  name: 'Acme',
  slug: 'acme',
  image_url: drawnLogo(),
  has_image: false,
  max_allowed_memberships: 0,
  admin_delete_enabled: true,
  public_metadata: { plan: 'team' },
  private_metadata: { billing_id: 'cus_1041' },
  created_by: ada,
  created_at: changedAt,
  updated_at: changedAt,
  ...changes,
})

const counts = { members_count: 3, pending_invitations_count: 1 }
const later = changedAt + 61_300

export const organizationExamples: Record<string, Example> = {
  ListOrganizations: {
    query: { query: 'acm', include_members_count: true },
    result: { data: [acmeOrganization(counts)], total_count: 1 },
    client: `const { data, totalCount } = await clerk.organizations.getOrganizationList({
  query: 'acm',
  includeMembersCount: true,
})`,
  },
  CreateOrganization: {
    body: { name: 'Acme', slug: 'acme', public_metadata: { plan: 'team' } },
    result: acmeOrganization(),
    client: `
const organization = await clerk.organizations.createOrganization({
  name: 'Acme',
  slug: 'acme',
  publicMetadata: { plan: 'team' },
})`,
  },
  GetOrganization: {
    params: { organization_id: 'acme' },
    query: { include_members_count: true },
    result: acmeOrganization(counts),
    client: `
const organization = await clerk.organizations.getOrganization({
  slug: 'acme',
  includeMembersCount: true,
})`,
  },
  UpdateOrganization: {
    params: { organization_id: acme },
    body: { name: 'Acme Ltd', max_allowed_memberships: 25 },
    result: acmeOrganization({ name: 'Acme Ltd', max_allowed_memberships: 25, updated_at: later }),
    client: `
const organization = await clerk.organizations.updateOrganization('${acme}', {
  name: 'Acme Ltd',
  maxAllowedMemberships: 25,
})`,
  },
  DeleteOrganization: {
    params: { organization_id: acme },
    result: { object: 'organization', id: acme, slug: 'acme', deleted: true },
    client: `await clerk.organizations.deleteOrganization('${acme}')`,
  },
  MergeOrganizationMetadata: {
    params: { organization_id: acme },
    body: { public_metadata: { plan: 'business' } },
    result: acmeOrganization({ public_metadata: { plan: 'business' }, updated_at: later }),
    client: `
const organization = await clerk.organizations.updateOrganizationMetadata('${acme}', {
  publicMetadata: { plan: 'business' },
})`,
  },
  ReplaceOrganizationMetadata: {
    params: { organization_id: acme },
    body: { private_metadata: {} },
    result: acmeOrganization({ private_metadata: {}, updated_at: later }),
    client: `
const organization = await clerk.organizations.replaceOrganizationMetadata('${acme}', {
  privateMetadata: {},
})`,
  },
  UploadOrganizationLogo: {
    params: { organization_id: acme },
    file: 'acme.png',
    result: acmeOrganization({ image_url: logo, has_image: true, updated_at: later, logo_url: logo }),
    client: `
import { readFile } from 'node:fs/promises'

const organization = await clerk.organizations.updateOrganizationLogo('${acme}', {
  file: new Blob([await readFile('acme.png')]),
})`,
  },
  DeleteOrganizationLogo: {
    params: { organization_id: acme },
    result: acmeOrganization({ updated_at: later }),
    client: `const organization = await clerk.organizations.deleteOrganizationLogo('${acme}')`,
  },
}
