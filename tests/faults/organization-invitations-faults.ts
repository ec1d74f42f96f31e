import type { Fault } from './fault.ts'

/** Mistakes in who is invited, who accepts, and whose a domain is. */
export const organizationInvitationsFaults: readonly Fault[] = [
  {
    file: 'server/organizations/invite.ts',
    find: 'if (taken >= max) throw',
    replace: 'if (taken > max) throw',
    rule: 'OIN-5',
    tests: ['tests/api/create-organization-invitation.test.ts'],
  },
  {
    // The secret lies where the hash should.
    file: 'server/organizations/invite.ts',
    find: 'token_hash: hashToken(token),',
    replace: 'token_hash: hashToken(token) && token,',
    rule: 'OIN-2',
    tests: ['tests/api/create-organization-invitation.test.ts'],
  },
  {
    file: 'server/storage/held-invitations.ts',
    find: `        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('expire_at', '>', now)`,
    replace: `        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('expire_at', '>', now - 86_400_001)`,
    rule: 'OIN-21',
    tests: ['tests/frontend/accept-organization-invitation.test.ts'],
  },
  {
    file: 'server/storage/held-members.ts',
    find: "        .where('status', '=', 'verified')\n",
    replace: '',
    rule: 'OIN-20',
    tests: ['tests/frontend/accept-organization-invitation.test.ts'],
  },
  {
    file: 'server/organizations/users-get-organization-invitations.ts',
    find: ".filter((one) => one.status === 'verified')",
    replace: ".filter((one) => one.status !== 'unverified')",
    rule: 'ORI-1',
    tests: ['tests/api/users-get-organization-invitations.test.ts'],
  },
  {
    file: 'server/organizations/update-organization-domain.ts',
    find: '{ verified_at: null, ownership_verified_at: null }',
    replace: '{ verified_at: null }',
    rule: 'DOM-5',
    tests: ['tests/api/update-organization-domain.test.ts'],
  },
]
