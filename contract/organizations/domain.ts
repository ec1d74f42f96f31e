import { type Static, Type } from 'typebox'
import { enrollmentModes } from '../instance-settings/instance.ts'
import { Milliseconds, named, nullable, words } from '../shapes.ts'
import { PublicOrganizationData } from './organization.ts'

const closed = { additionalProperties: false }

export const domainModes = [...enrollmentModes, 'enterprise_sso'] as const

export const DomainVerification = named(
  'DomainVerification',
  Type.Object(
    {
      status: words(['verified'], { description: 'An object is here only once it is verified.' }),
      strategy: Type.String({ description: '`admin` or `manual_override`: the word of the backend.' }),
      attempts: nullable(Type.Integer({ description: 'Always null: nothing had to be guessed.' })),
      expire_at: nullable(Milliseconds('Always null.')),
      verified_at: nullable(Milliseconds('When ownership was confirmed; null for the affiliation.')),
    },
    closed,
  ),
)

export const OrganizationDomain = named(
  'OrganizationDomain',
  Type.Object(
    {
      object: words(['organization_domain']),
      id: Type.String({ description: '`orgdmn_…`' }),
      organization_id: Type.String(),
      name: Type.String({ description: 'In ASCII and lower case. Verified in one organization at most.' }),
      enrollment_mode: words(['manual_invitation'], { description: 'New members are invited by hand.' }),
      affiliation_email_address: nullable(Type.String({ description: 'Always null.' })),
      affiliation_verification: nullable(DomainVerification),
      ownership_verification: nullable(DomainVerification),
      verification: nullable(DomainVerification),
      total_pending_invitations: Type.Integer({
        description: 'Always 0: domains invite nobody by themselves.',
      }),
      total_pending_suggestions: Type.Integer({ description: 'Always 0.' }),
      public_organization_data: PublicOrganizationData,
      created_at: Milliseconds('When it was added.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)
export type OrganizationDomain = Static<typeof OrganizationDomain>

export const OrganizationDomainPage = named(
  'OrganizationDomainPage',
  Type.Object(
    {
      data: Type.Array(OrganizationDomain),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)
export type OrganizationDomainPage = Static<typeof OrganizationDomainPage>

/** The path of every operation on one domain. */
export const DomainPath = Type.Object({
  organization_id: Type.String({ description: 'The id of the organization: `org_…`.' }),
  domain_id: Type.String({ description: 'The id of the domain: `orgdmn_…`.' }),
})

export const enrollmentMode = words([...domainModes], {
  description: 'Only `manual_invitation` is offered; the others are refused.',
})

/** Filters that both lists have. */
export const domainFilters = {
  verified: Type.Optional(Type.Boolean({ description: 'Only those that are verified, or that are not.' })),
  enrollment_mode: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 100,
      description: `One of ${domainModes.map((mode) => `\`${mode}\``).join(', ')}; with a leading \`-\` it is left out. Several are separated by commas.`,
    }),
  ),
}

/** Of whatever reads domains. */
export const domainRefusals = [
  'organization_not_enabled_in_instance',
  'organization_domains_not_enabled',
] as const

/** Of whatever changes one. */
export const heldDomainRefusals = [
  ...domainRefusals,
  'organization_not_found',
  'organization_domain_not_found',
  'resource_locked',
] as const
