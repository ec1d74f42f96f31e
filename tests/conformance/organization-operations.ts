import { frontendOperations } from '#contract/frontend/operations.ts'
import { operations } from '#contract/operations.ts'

/** One operation that is published for organizations, or for who may come in. */
export interface PublishedOperation {
  readonly api: 'Backend' | 'Frontend'
  /** Method and path below `/v1`. */
  readonly address: string
  readonly id: string
  /** Why it is not built; absent for one that is. */
  readonly why?: string
}

/** Which of the published addresses the table must have. */
export const tabledPaths =
  /organization|^\/(role_sets|invitations|allowlist_identifiers|blocklist_identifiers|redirect_urls|instance$|instance\/restrictions)/

const billing = 'Billing is no part of this server.'
const roleSets = 'There is one set, with every role in it; each organization uses it.'
const enterprise = 'Enterprise connections (SAML, OIDC per organization) are not built.'
const automatic =
  'Members come in by invitation. Enrolment by the domain of an address, which makes suggestions and requests, is not built.'
const byDns =
  'Domains are verified by the backend (`VerifyOrganizationDomainOwnership`), not by a DNS record or a mailed code.'

const reasons: Readonly<Record<string, string>> = {
  GetOrganizationBillingSubscription: billing,
  GetOrganizationBillingCreditBalance: billing,
  AdjustOrganizationBillingCreditBalance: billing,
  ListRoleSets: roleSets,
  CreateRoleSet: roleSets,
  GetRoleSet: roleSets,
  UpdateRoleSet: roleSets,
  ReplaceRoleSet: roleSets,
  AddRolesToRoleSet: roleSets,
  ReplaceRoleInRoleSet: roleSets,
  UpdateInstance:
    'Its settings are those of the server process; they stand in the settings file, which only the operator changes.',
  getOrganizationCreationDefaults:
    'A suggestion of name and logo from the domain of an address is not built.',
  listOrganizationEnterpriseConnections: enterprise,
  createOrganizationEnterpriseConnection: enterprise,
  updateOrganizationEnterpriseConnection: enterprise,
  deleteOrganizationEnterpriseConnection: enterprise,
  listOrganizationEnterpriseConnectionTestRuns: enterprise,
  createOrganizationEnterpriseConnectionTestRun: enterprise,
  CreateOrganizationBillingCheckout: billing,
  GetOrganizationBillingCheckout: billing,
  UpdateOrganizationBillingCheckout: billing,
  ConfirmOrganizationBillingCheckout: billing,
  GetOrganizationPaymentMethods: billing,
  CreateOrganizationPaymentMethod: billing,
  InitializeOrganizationPaymentMethod: billing,
  DeleteOrganizationPaymentMethod: billing,
  GetOrganizationStatements: billing,
  GetOrganizationStatement: billing,
  SetOrganizationDefaultPaymentMethod: billing,
  'frontend:GetOrganizationBillingSubscription': billing,
  GetOrganizationBillingSubscriptionItems: billing,
  DeleteOrganizationBillingSubscriptionItem: billing,
  getOrganizationSuggestions: automatic,
  acceptOrganizationSuggestion: automatic,
  listOrganizationMembershipRequests: automatic,
  acceptOrganizationMembershipRequest: automatic,
  rejectOrganizationMembershipRequest: automatic,
  createOrganizationDomainsBulk: 'Domains are added one by one.',
  prepareOrganizationDomainsOwnershipVerification: byDns,
  attemptOrganizationDomainsOwnershipVerification: byDns,
  prepareOrganizationDomainVerification: byDns,
  attemptOrganizationDomainVerification: byDns,
  prepareOrganizationDomainOwnershipVerification: byDns,
  attemptOrganizationDomainOwnershipVerification: byDns,
}

/** Addresses and ids of the published files of 2026-05-12. */
const published = {
  Backend: `
    GET /allowlist_identifiers ListAllowlistIdentifiers
    POST /allowlist_identifiers CreateAllowlistIdentifier
    DELETE /allowlist_identifiers/{identifier_id} DeleteAllowlistIdentifier
    GET /blocklist_identifiers ListBlocklistIdentifiers
    POST /blocklist_identifiers CreateBlocklistIdentifier
    DELETE /blocklist_identifiers/{identifier_id} DeleteBlocklistIdentifier
    GET /instance GetInstance
    PATCH /instance UpdateInstance
    GET /instance/organization_settings GetInstanceOrganizationSettings
    PATCH /instance/organization_settings UpdateInstanceOrganizationSettings
    PATCH /instance/restrictions UpdateInstanceRestrictions
    GET /invitations ListInvitations
    POST /invitations CreateInvitation
    POST /invitations/bulk CreateBulkInvitations
    POST /invitations/{invitation_id}/revoke RevokeInvitation
    GET /organization_domains ListAllOrganizationDomains
    GET /organization_invitations ListInstanceOrganizationInvitations
    GET /organization_memberships InstanceGetOrganizationMemberships
    GET /organization_permissions ListOrganizationPermissions
    POST /organization_permissions CreateOrganizationPermission
    DELETE /organization_permissions/{permission_id} DeleteOrganizationPermission
    GET /organization_permissions/{permission_id} GetOrganizationPermission
    PATCH /organization_permissions/{permission_id} UpdateOrganizationPermission
    GET /organization_roles ListOrganizationRoles
    POST /organization_roles CreateOrganizationRole
    DELETE /organization_roles/{organization_role_id} DeleteOrganizationRole
    GET /organization_roles/{organization_role_id} GetOrganizationRole
    PATCH /organization_roles/{organization_role_id} UpdateOrganizationRole
    DELETE /organization_roles/{organization_role_id}/permissions/{permission_id} RemovePermissionFromOrganizationRole
    POST /organization_roles/{organization_role_id}/permissions/{permission_id} AssignPermissionToOrganizationRole
    GET /organizations ListOrganizations
    POST /organizations CreateOrganization
    DELETE /organizations/{organization_id} DeleteOrganization
    GET /organizations/{organization_id} GetOrganization
    PATCH /organizations/{organization_id} UpdateOrganization
    GET /organizations/{organization_id}/billing/credits GetOrganizationBillingCreditBalance
    POST /organizations/{organization_id}/billing/credits AdjustOrganizationBillingCreditBalance
    GET /organizations/{organization_id}/billing/subscription GetOrganizationBillingSubscription
    GET /organizations/{organization_id}/domains ListOrganizationDomains
    POST /organizations/{organization_id}/domains CreateOrganizationDomain
    DELETE /organizations/{organization_id}/domains/{domain_id} DeleteOrganizationDomain
    PATCH /organizations/{organization_id}/domains/{domain_id} UpdateOrganizationDomain
    POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership VerifyOrganizationDomainOwnership
    GET /organizations/{organization_id}/invitations ListOrganizationInvitations
    POST /organizations/{organization_id}/invitations CreateOrganizationInvitation
    POST /organizations/{organization_id}/invitations/bulk CreateOrganizationInvitationBulk
    GET /organizations/{organization_id}/invitations/pending ListPendingOrganizationInvitations
    GET /organizations/{organization_id}/invitations/{invitation_id} GetOrganizationInvitation
    POST /organizations/{organization_id}/invitations/{invitation_id}/revoke RevokeOrganizationInvitation
    DELETE /organizations/{organization_id}/logo DeleteOrganizationLogo
    PUT /organizations/{organization_id}/logo UploadOrganizationLogo
    GET /organizations/{organization_id}/memberships ListOrganizationMemberships
    POST /organizations/{organization_id}/memberships CreateOrganizationMembership
    DELETE /organizations/{organization_id}/memberships/{user_id} DeleteOrganizationMembership
    PATCH /organizations/{organization_id}/memberships/{user_id} UpdateOrganizationMembership
    PATCH /organizations/{organization_id}/memberships/{user_id}/metadata UpdateOrganizationMembershipMetadata
    PATCH /organizations/{organization_id}/metadata MergeOrganizationMetadata
    PUT /organizations/{organization_id}/metadata ReplaceOrganizationMetadata
    GET /redirect_urls ListRedirectURLs
    POST /redirect_urls CreateRedirectURL
    DELETE /redirect_urls/{id} DeleteRedirectURL
    GET /redirect_urls/{id} GetRedirectURL
    GET /role_sets ListRoleSets
    POST /role_sets CreateRoleSet
    GET /role_sets/{role_set_key_or_id} GetRoleSet
    PATCH /role_sets/{role_set_key_or_id} UpdateRoleSet
    POST /role_sets/{role_set_key_or_id}/replace ReplaceRoleSet
    POST /role_sets/{role_set_key_or_id}/roles AddRolesToRoleSet
    POST /role_sets/{role_set_key_or_id}/roles/replace ReplaceRoleInRoleSet
    GET /users/{user_id}/organization_invitations UsersGetOrganizationInvitations
    GET /users/{user_id}/organization_memberships UsersGetOrganizationMemberships
  `,
  Frontend: `
    GET /me/organization_creation_defaults getOrganizationCreationDefaults
    GET /me/organization_invitations getUsersOrganizationInvitations
    POST /me/organization_invitations/{invitation_id}/accept acceptOrganizationInvitation
    GET /me/organization_memberships getOrganizationMemberships
    DELETE /me/organization_memberships/{organization_id} deleteOrganizationMemberships
    GET /me/organization_suggestions getOrganizationSuggestions
    POST /me/organization_suggestions/{suggestion_id}/accept acceptOrganizationSuggestion
    POST /organizations createOrganization
    POST /organizations/{organizationID}/billing/checkouts CreateOrganizationBillingCheckout
    GET /organizations/{organizationID}/billing/checkouts/{checkoutID} GetOrganizationBillingCheckout
    PATCH /organizations/{organizationID}/billing/checkouts/{checkoutID} UpdateOrganizationBillingCheckout
    PATCH /organizations/{organizationID}/billing/checkouts/{checkoutID}/confirm ConfirmOrganizationBillingCheckout
    PUT /organizations/{organizationID}/billing/payers/default_payment_method SetOrganizationDefaultPaymentMethod
    GET /organizations/{organizationID}/billing/payment_methods GetOrganizationPaymentMethods
    POST /organizations/{organizationID}/billing/payment_methods CreateOrganizationPaymentMethod
    POST /organizations/{organizationID}/billing/payment_methods/initialize InitializeOrganizationPaymentMethod
    DELETE /organizations/{organizationID}/billing/payment_methods/{paymentMethodID} DeleteOrganizationPaymentMethod
    GET /organizations/{organizationID}/billing/statements GetOrganizationStatements
    GET /organizations/{organizationID}/billing/statements/{statementID} GetOrganizationStatement
    GET /organizations/{organizationID}/billing/subscription GetOrganizationBillingSubscription
    GET /organizations/{organizationID}/billing/subscription_items GetOrganizationBillingSubscriptionItems
    DELETE /organizations/{organizationID}/billing/subscription_items/{subscriptionItemID} DeleteOrganizationBillingSubscriptionItem
    GET /organizations/{organizationID}/enterprise_connections listOrganizationEnterpriseConnections
    POST /organizations/{organizationID}/enterprise_connections createOrganizationEnterpriseConnection
    DELETE /organizations/{organizationID}/enterprise_connections/{enterprise_connection_id} deleteOrganizationEnterpriseConnection
    PATCH /organizations/{organizationID}/enterprise_connections/{enterprise_connection_id} updateOrganizationEnterpriseConnection
    GET /organizations/{organizationID}/enterprise_connections/{enterprise_connection_id}/test_runs listOrganizationEnterpriseConnectionTestRuns
    POST /organizations/{organizationID}/enterprise_connections/{enterprise_connection_id}/test_runs createOrganizationEnterpriseConnectionTestRun
    DELETE /organizations/{organization_id} deleteOrganization
    GET /organizations/{organization_id} getOrganization
    PATCH /organizations/{organization_id} updateOrganization
    GET /organizations/{organization_id}/domains ListOrganizationDomains
    POST /organizations/{organization_id}/domains CreateOrganizationDomain
    POST /organizations/{organization_id}/domains/attempt_ownership_verification/bulk attemptOrganizationDomainsOwnershipVerification
    POST /organizations/{organization_id}/domains/bulk createOrganizationDomainsBulk
    POST /organizations/{organization_id}/domains/prepare_ownership_verification/bulk prepareOrganizationDomainsOwnershipVerification
    DELETE /organizations/{organization_id}/domains/{domain_id} deleteOrganizationDomain
    GET /organizations/{organization_id}/domains/{domain_id} GetOrganizationDomain
    POST /organizations/{organization_id}/domains/{domain_id}/attempt_affiliation_verification attemptOrganizationDomainVerification
    POST /organizations/{organization_id}/domains/{domain_id}/attempt_ownership_verification attemptOrganizationDomainOwnershipVerification
    POST /organizations/{organization_id}/domains/{domain_id}/prepare_affiliation_verification prepareOrganizationDomainVerification
    POST /organizations/{organization_id}/domains/{domain_id}/prepare_ownership_verification prepareOrganizationDomainOwnershipVerification
    POST /organizations/{organization_id}/domains/{domain_id}/update_enrollment_mode UpdateOrganizationDomainEnrollmentMode
    GET /organizations/{organization_id}/invitations getOrganizationInvitations
    POST /organizations/{organization_id}/invitations createOrganizationInvitations
    POST /organizations/{organization_id}/invitations/bulk bulkCreateOrganizationInvitations
    GET /organizations/{organization_id}/invitations/pending getAllPendingOrganizationInvitations
    POST /organizations/{organization_id}/invitations/{invitation_id}/revoke revokePendingOrganizationInvitation
    DELETE /organizations/{organization_id}/logo deleteOrganizationLogo
    PUT /organizations/{organization_id}/logo updateOrganizationLogo
    GET /organizations/{organization_id}/membership_requests listOrganizationMembershipRequests
    POST /organizations/{organization_id}/membership_requests/{request_id}/accept acceptOrganizationMembershipRequest
    POST /organizations/{organization_id}/membership_requests/{request_id}/reject rejectOrganizationMembershipRequest
    GET /organizations/{organization_id}/memberships ListOrganizationMemberships
    POST /organizations/{organization_id}/memberships CreateOrganizationMembership
    DELETE /organizations/{organization_id}/memberships/{user_id} removeOrganizationMember
    PATCH /organizations/{organization_id}/memberships/{user_id} UpdateOrganizationMembership
    GET /organizations/{organization_id}/roles ListOrganizationRoles
  `,
} as const

function tabled(api: 'Backend' | 'Frontend'): PublishedOperation[] {
  const lines = published[api].trim().split('\n')
  return lines.map((line) => {
    const [method, path, id] = line.trim().split(' ') as [string, string, string]
    const why = (api === 'Frontend' ? reasons[`frontend:${id}`] : undefined) ?? reasons[id]
    return { api, address: `${method} ${path}`, id, ...(why ? { why } : {}) }
  })
}

export const organizationOperations: readonly PublishedOperation[] = [
  ...tabled('Backend'),
  ...tabled('Frontend'),
]

const built = {
  Backend: new Set(operations.map(({ id }) => id)),
  Frontend: new Set(frontendOperations.map(({ id }) => id)),
}

export const isBuilt = ({ api, id }: PublishedOperation): boolean => built[api].has(id)
