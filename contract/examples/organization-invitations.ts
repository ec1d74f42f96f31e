import type { Example } from './example.ts'
import { acme, acmeOrganization } from './organizations.ts'
import { ada, adaUser, changedAt, graceUser } from './users.ts'

const dayMs = 86_400_000
const url = 'http://127.0.0.1:4747/v1/tickets/accept?ticket=Xr4pT…'
const grace = graceUser.id

const picture = () => {
  const { image_url, has_image, first_name, last_name } = adaUser()
  return { user_id: ada, first_name, last_name, image_url, has_image, identifier: 'ada@example.com' }
}

const invited = (id: string, email_address: string) => ({
  object: 'organization_invitation',
  id,
  email_address,
  role: 'org:member',
  role_name: 'Member',
  organization_id: acme,
  inviter_id: ada,
  public_inviter_data: picture(),
  status: 'pending',
  public_metadata: { team: 'compilers' },
  private_metadata: {},
  url: null,
  expires_at: changedAt + 30 * dayMs,
  created_at: changedAt,
  updated_at: changedAt,
})

const id = 'orginv_3AWX1bV7nKq2sYd8mTzLcRfGh5J'
const invitation = invited(id, 'grace@example.com')
const other = invited('orginv_3AWX1eC0wPt4uZf9oVxMdSgHi6K', 'alan@example.com')
const { name, slug, image_url, has_image } = acmeOrganization()
const seen = {
  ...invitation,
  public_organization_data: { id: acme, name, slug, image_url, has_image },
}
const path = { organization_id: acme }
const one = { ...path, invitation_id: id }
const organization = `organizationId: '${acme}'`
const both = `${organization}, invitationId: '${id}'`

export const organizationInvitationExamples: Record<string, Example> = {
  UsersGetOrganizationInvitations: {
    params: { user_id: grace },
    query: { status: ['pending'] },
    result: { data: [seen], total_count: 1 },
    client: `
const { data } = await clerk.users.getOrganizationInvitationList({
  userId: '${grace}',
  status: 'pending',
})`,
  },
  ListOrganizationInvitations: {
    params: path,
    query: { status: ['pending', 'expired'] },
    result: { data: [invitation], total_count: 1 },
    client: `
const { data } = await clerk.organizations.getOrganizationInvitationList({
  ${organization},
  status: ['pending', 'expired'],
})`,
  },
  CreateOrganizationInvitation: {
    params: path,
    body: {
      email_address: 'grace@example.com',
      role: 'org:member',
      inviter_user_id: ada,
      public_metadata: { team: 'compilers' },
    },
    result: { ...invitation, url },
    client: `
const invitation = await clerk.organizations.createOrganizationInvitation({
  ${organization},
  emailAddress: 'grace@example.com',
  role: 'org:member',
  inviterUserId: '${ada}',
  publicMetadata: { team: 'compilers' },
})`,
  },
  CreateOrganizationInvitationBulk: {
    params: path,
    body: {
      invitations: [
        { email_address: 'grace@example.com', role: 'org:member' },
        { email_address: 'alan@example.com', role: 'org:admin', expires_in_days: 7 },
      ],
    },
    result: {
      data: [
        { ...invitation, inviter_id: null, public_inviter_data: null, public_metadata: {}, url },
        {
          ...other,
          role: 'org:admin',
          role_name: 'Admin',
          inviter_id: null,
          public_inviter_data: null,
          public_metadata: {},
          expires_at: changedAt + 7 * dayMs,
          url: 'http://127.0.0.1:4747/v1/tickets/accept?ticket=Lw2yN…',
        },
      ],
      total_count: 2,
    },
    client: `
const { data } = await clerk.organizations.createOrganizationInvitationBulk('${acme}', [
  { emailAddress: 'grace@example.com', role: 'org:member' },
  { emailAddress: 'alan@example.com', role: 'org:admin', expiresInDays: 7 },
])`,
  },
  ListPendingOrganizationInvitations: {
    params: path,
    result: { data: [invitation], total_count: 1 },
    client: null,
  },
  GetOrganizationInvitation: {
    params: one,
    result: invitation,
    client: `const invitation = await clerk.organizations.getOrganizationInvitation({
  ${both},
})`,
  },
  RevokeOrganizationInvitation: {
    params: one,
    body: { requesting_user_id: ada },
    result: { ...invitation, status: 'revoked', updated_at: changedAt + 61_300 },
    client: `
const invitation = await clerk.organizations.revokeOrganizationInvitation({
  ${organization},
  invitationId: '${id}',
  requestingUserId: '${ada}',
})`,
  },
  ListInstanceOrganizationInvitations: {
    query: { query: 'grace', status: ['pending'] },
    result: { data: [seen], total_count: 1 },
    client: null,
  },
}
