import type { Example } from './example.ts'
import { changedAt } from './users.ts'

const dayMs = 86_400_000
const times = { created_at: changedAt, updated_at: changedAt }

const invited = (id: string, email_address: string) => ({
  object: 'invitation',
  id,
  email_address,
  public_metadata: { plan: 'trial' },
  revoked: false,
  status: 'pending',
  expires_at: changedAt + 30 * dayMs,
  ...times,
})
const invitation = 'inv_3AWVr2kQ8ZtYb1mH5cNxGdLf7Us'
const carol = invited(invitation, 'carol@example.com')
const dan = invited('inv_3AWVr3mR9AuVc2nJ6dPyIeMg8Vt', 'dan@example.com')
const url = 'http://127.0.0.1:4747/v1/tickets/accept?ticket=Zk3v9…'

const instance_id = 'ins_3AWTzqS8f1mYkB0cUe4xWvRj2Nd'
const allowed = {
  object: 'allowlist_identifier',
  id: 'alid_3AWVwH0pTq7nKsD2eJbM9xYcR4f',
  identifier: '*@example.com',
  identifier_type: 'email_address',
  instance_id,
  ...times,
}
const blocked = {
  ...allowed,
  object: 'blocklist_identifier',
  id: 'blid_3AWVyU5gLr1oQtE8fNcB6zXdS3h',
  identifier: 'eve@example.net',
}
const redirect = {
  object: 'redirect_url',
  id: 'ru_3AWW0c9jVm4pStF1gPdD7wZeT5k',
  url: 'https://app.example.com/welcome',
  ...times,
}

export const invitationExamples: Record<string, Example> = {
  ListInvitations: {
    query: { status: ['pending'], paginated: true },
    result: { data: [carol], total_count: 1 },
    client: "const { data } = await clerk.invitations.getInvitationList({ status: 'pending' })",
  },
  CreateInvitation: {
    body: { email_address: 'carol@example.com', public_metadata: { plan: 'trial' } },
    result: { ...carol, url },
    client: `
const invitation = await clerk.invitations.createInvitation({
  emailAddress: 'carol@example.com',
  publicMetadata: { plan: 'trial' },
})`,
  },
  CreateBulkInvitations: {
    body: {
      invitations: [
        { email_address: 'dan@example.com', public_metadata: { plan: 'trial' } },
        { email_address: 'erin@example.com', public_metadata: { plan: 'trial' }, notify: false },
      ],
    },
    result: [
      { ...dan, url },
      {
        ...invited('inv_3AWVr4nS1AvWd3oK7eQzJfNh9Wu', 'erin@example.com'),
        url: 'http://127.0.0.1:4747/v1/tickets/accept?ticket=Qm8xT…',
      },
    ],
    client: `
const invitations = await clerk.invitations.createInvitationBulk([
  { emailAddress: 'dan@example.com', publicMetadata: { plan: 'trial' } },
  { emailAddress: 'erin@example.com', publicMetadata: { plan: 'trial' }, notify: false },
])`,
  },
  RevokeInvitation: {
    params: { invitation_id: invitation },
    result: { ...carol, revoked: true, status: 'revoked', updated_at: changedAt + 61_300 },
    client: `const invitation = await clerk.invitations.revokeInvitation('${invitation}')`,
  },
  ListAllowlistIdentifiers: {
    query: { paginated: true },
    result: { data: [allowed], total_count: 1 },
    client: 'const { data } = await clerk.allowlistIdentifiers.getAllowlistIdentifierList()',
  },
  CreateAllowlistIdentifier: {
    body: { identifier: '*@example.com', notify: false },
    result: allowed,
    client: `
const entry = await clerk.allowlistIdentifiers.createAllowlistIdentifier({
  identifier: '*@example.com',
  notify: false,
})`,
  },
  DeleteAllowlistIdentifier: {
    params: { identifier_id: allowed.id },
    result: { object: 'allowlist_identifier', id: allowed.id, deleted: true },
    client: `await clerk.allowlistIdentifiers.deleteAllowlistIdentifier('${allowed.id}')`,
  },
  ListBlocklistIdentifiers: {
    result: { data: [blocked], total_count: 1 },
    client: 'const { data } = await clerk.blocklistIdentifiers.getBlocklistIdentifierList()',
  },
  CreateBlocklistIdentifier: {
    body: { identifier: 'eve@example.net' },
    result: blocked,
    client: `
const entry = await clerk.blocklistIdentifiers.createBlocklistIdentifier({
  identifier: 'eve@example.net',
})`,
  },
  DeleteBlocklistIdentifier: {
    params: { identifier_id: blocked.id },
    result: { object: 'blocklist_identifier', id: blocked.id, deleted: true },
    client: `await clerk.blocklistIdentifiers.deleteBlocklistIdentifier('${blocked.id}')`,
  },
  ListRedirectURLs: {
    query: { paginated: true },
    result: { data: [redirect], total_count: 1 },
    client: 'const { data } = await clerk.redirectUrls.getRedirectUrlList()',
  },
  CreateRedirectURL: {
    body: { url: 'https://app.example.com/welcome' },
    result: redirect,
    client:
      "const redirectUrl = await clerk.redirectUrls.createRedirectUrl({ url: 'https://app.example.com/welcome' })",
  },
  GetRedirectURL: {
    params: { id: redirect.id },
    result: redirect,
    client: `const redirectUrl = await clerk.redirectUrls.getRedirectUrl('${redirect.id}')`,
  },
  DeleteRedirectURL: {
    params: { id: redirect.id },
    result: { object: 'redirect_url', id: redirect.id, deleted: true },
    client: `await clerk.redirectUrls.deleteRedirectUrl('${redirect.id}')`,
  },
}
