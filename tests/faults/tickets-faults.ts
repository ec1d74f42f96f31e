import type { Fault } from './fault.ts'

/** Mistakes in what the ticket of an invitation leads to. */
export const ticketsFaults: readonly Fault[] = [
  {
    file: 'server/sessions/redeem-ticket.ts',
    find: "  if (expected !== undefined && user?.id !== expected) throw new Refusal('ticket_invalid')\n",
    replace: '',
    rule: 'TKO-5',
    tests: ['tests/frontend/sign-in-invited.test.ts'],
  },
  {
    file: 'server/sessions/redeem-ticket.ts',
    find: '  refuseBanned(user)\n',
    replace: '  void refuseBanned\n',
    rule: 'TKO-5',
    tests: ['tests/frontend/sign-in-invited.test.ts'],
  },
  {
    file: 'server/sign-ups/ticket-invitation.ts',
    find: "const isOpen = enabled && invitationStatusOf(ofOrganization, now) === 'pending'",
    replace: "const isOpen = enabled && ofOrganization.status === 'pending'",
    rule: 'TKO-2',
    tests: ['tests/frontend/accept-invitation-link.test.ts'],
  },
  {
    file: 'server/sessions/proceed.ts',
    find: '    organizationId: standing?.organizationId,\n',
    replace: '    organizationId: standing ? organization_id : organization_id,\n',
    rule: 'TKO-4',
    tests: ['tests/frontend/sign-in-invited-second-factor.test.ts'],
  },
  {
    file: 'server/storage/sign-ups.ts',
    find: "        if (!(await acceptInvitationIn(transaction, invitationId, created_at)))\n          throw new InvitationPassed('the invitation is not open')\n",
    replace: '        void [acceptInvitationIn, InvitationPassed, invitationId, created_at]\n',
    rule: 'SUP-3',
    tests: ['tests/frontend/sign-ups.test.ts'],
  },
  {
    file: 'server/sign-ups/complete-sign-up.ts',
    find: '    await held.bringIn(newcomer)\n    await acceptHeld(held, roles, call, invitation, id, now)\n',
    replace: '    await held.bringIn(newcomer)\n    void [acceptHeld, roles, invitation, id, now]\n',
    rule: 'SUP-6',
    tests: ['tests/frontend/sign-ups-meanwhile.test.ts'],
  },
  {
    file: 'server/sign-ups/sign-up-access.ts',
    find: ' || signUp.client_id !== call.client!.id',
    replace: '',
    rule: 'SUP-7',
    tests: ['tests/frontend/sign-ups-meanwhile.test.ts'],
  },
  {
    file: 'server/users/restrictions.ts',
    find: 'allowlist.enabled && !invited ?',
    replace: 'allowlist.enabled && (!invited || invited) ?',
    rule: 'SUP-8',
    tests: ['tests/frontend/sign-ups-meanwhile.test.ts'],
  },
]
