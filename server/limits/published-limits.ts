import type { RateLimitRule } from '#server/settings/settings.ts'

/** What the published descriptions state of creating users, and of signing in and up from one address. */
const always: readonly RateLimitRule[] = [
  { operations: ['CreateUser'], limit: 20, seconds: 10, per: 'instance' },
  { operations: ['createSignIn'], limit: 5, seconds: 10, per: 'address' },
  { operations: ['createSignUps'], limit: 5, seconds: 10, per: 'address' },
  {
    operations: ['attemptSignInFactorOne', 'attemptSignInFactorTwo'],
    limit: 3,
    seconds: 10,
    per: 'address',
  },
]

/** The figures published for the hosted service, of the operations that exist here. */
const published: readonly RateLimitRule[] = [
  ...always,
  { operations: ['UpdateUser'], limit: 10, seconds: 10, per: 'user' },
  { operations: ['UpdateUserMetadata'], limit: 10, seconds: 10, per: 'user' },
  { operations: ['ReplaceUserMetadata'], limit: 10, seconds: 10, per: 'user' },
  { operations: ['UpdateOrganization'], limit: 10, seconds: 10, per: 'organization' },
  { operations: ['MergeOrganizationMetadata'], limit: 10, seconds: 10, per: 'organization' },
  { operations: ['ReplaceOrganizationMetadata'], limit: 10, seconds: 10, per: 'organization' },
  { operations: ['UpdateOrganizationMembership'], limit: 10, seconds: 10, per: 'membership' },
  { operations: ['UpdateOrganizationMembershipMetadata'], limit: 10, seconds: 10, per: 'membership' },
  { operations: ['CreateInvitation'], limit: 100, seconds: 3600, per: 'instance' },
  { operations: ['CreateBulkInvitations'], limit: 25, seconds: 3600, per: 'instance' },
  { operations: ['CreateOrganizationInvitation'], limit: 250, seconds: 3600, per: 'instance' },
  { operations: ['CreateOrganizationInvitationBulk'], limit: 50, seconds: 3600, per: 'instance' },
]

export const presets = { default: always, published, none: [] } as const
