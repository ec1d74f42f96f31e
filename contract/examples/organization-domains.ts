import type { Example } from './example.ts'
import { acme, acmeOrganization } from './organizations.ts'
import { changedAt } from './users.ts'

const { name, slug, image_url, has_image } = acmeOrganization()
const affiliation = {
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
  verified_at: null,
}
const id = 'orgdmn_3AWY5tR8kMq1vXe6nZwPbUcLd2F'
const later = changedAt + 61_300

const domain = {
  object: 'organization_domain',
  id,
  organization_id: acme,
  name: 'example.com',
  enrollment_mode: 'manual_invitation',
  affiliation_email_address: null,
  affiliation_verification: affiliation,
  ownership_verification: null,
  verification: affiliation,
  total_pending_invitations: 0,
  total_pending_suggestions: 0,
  public_organization_data: { id: acme, name, slug, image_url, has_image },
  created_at: changedAt,
  updated_at: changedAt,
}
const path = { organization_id: acme }
const one = { ...path, domain_id: id }

export const organizationDomainExamples: Record<string, Example> = {
  ListOrganizationDomains: {
    params: path,
    result: { data: [domain], total_count: 1 },
    client: `const { data } = await clerk.organizations.getOrganizationDomainList({ organizationId: '${acme}' })`,
  },
  CreateOrganizationDomain: {
    params: path,
    body: { name: 'example.com', enrollment_mode: 'manual_invitation', verified: true },
    result: domain,
    client: `
const domain = await clerk.organizations.createOrganizationDomain({
  organizationId: '${acme}',
  name: 'example.com',
  enrollmentMode: 'manual_invitation',
  verified: true,
})`,
  },
  UpdateOrganizationDomain: {
    params: one,
    body: { verified: false },
    result: { ...domain, affiliation_verification: null, verification: null, updated_at: later },
    client: `
const domain = await clerk.organizations.updateOrganizationDomain({
  organizationId: '${acme}',
  domainId: '${id}',
  verified: false,
})`,
  },
  DeleteOrganizationDomain: {
    params: one,
    result: { object: 'organization_domain', id, deleted: true },
    client: `
await clerk.organizations.deleteOrganizationDomain({
  organizationId: '${acme}',
  domainId: '${id}',
})`,
  },
  VerifyOrganizationDomainOwnership: {
    params: one,
    result: {
      ...domain,
      ownership_verification: { ...affiliation, strategy: 'manual_override', verified_at: later },
      updated_at: later,
    },
    client: null,
  },
  ListAllOrganizationDomains: {
    query: { domains: ['example.com'] },
    result: { data: [domain], total_count: 1 },
    client: null,
  },
}
