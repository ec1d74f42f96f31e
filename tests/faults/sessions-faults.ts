import type { Fault } from './fault.ts'

/** Mistakes in how sessions begin and end, and in tickets. */
export const sessionsFaults: readonly Fault[] = [
  {
    file: 'server/sessions/read-session-token.ts',
    find: 'if (protectedHeader.cat !== tokenClass.session) return undefined',
    replace: 'void protectedHeader\n    void tokenClass',
    rule: 'SRF-3',
    tests: ['tests/api/refresh-session.test.ts'],
  },
  {
    file: 'server/sessions/refresh-token.ts',
    find: '({ client_id }: Held)',
    replace: '({ id: client_id }: Held)',
    rule: 'SRF-4',
    tests: ['tests/api/refresh-session.test.ts'],
  },
  {
    file: 'server/sessions/refresh-session.ts',
    find: "if (!user || !mayHaveToken(session, user, world.now())) throw new Refusal('session_over')",
    replace: "if (!user) throw new Refusal('session_over')\n  void mayHaveToken",
    rule: 'SRF-5',
    tests: ['tests/api/refresh-session.test.ts'],
  },
  {
    file: 'server/http/frontend/client-cookies.ts',
    find: 'domain}; HttpOnly',
    replace: 'domain}',
    rule: 'SRF-6',
    tests: ['tests/frontend/refresh-cookie.test.ts'],
  },
  {
    file: 'server/sessions/start-session.ts',
    find: '    refuseBanned(user)\n',
    replace: '',
    rule: 'SCR-3',
    tests: ['tests/api/create-session.test.ts'],
  },
  {
    file: 'server/users/change-user.ts',
    find: "endsSessions ? { endSessions: { status: 'revoked' as const, ...except } } : {}",
    replace: '{}',
    rule: 'BAN-1',
    tests: ['tests/api/session-endings.test.ts'],
  },
  {
    file: 'server/sessions/new-ticket.ts',
    find: 'token_hash: hashToken(token)',
    replace: 'token_hash: token',
    rule: 'SIT-1',
    tests: ['tests/api/create-sign-in-token.test.ts'],
  },
  {
    file: 'server/sessions/session-status.ts',
    find: 'Math.min(expire_at, abandon_at) > now',
    replace: 'expire_at > now',
    rule: 'SLS-3',
    tests: ['tests/api/get-session-list.test.ts'],
  },
  {
    file: 'server/storage/tickets.ts',
    find: "          .set({ status: 'revoked', updated_at: at })\n          .where('id', '=', id)\n          .where('kind', '=', kind)\n          .where('status', '=', 'pending')\n",
    replace:
      "          .set({ status: 'revoked', updated_at: at })\n          .where('id', '=', id)\n          .where('kind', '=', kind)\n",
    rule: 'SIR-1',
    tests: ['tests/api/revoke-sign-in-token.test.ts'],
  },
]
