import type { Fault } from './fault.ts'

/** Mistakes in signing in. */
export const signInFaults: readonly Fault[] = [
  {
    file: 'server/sessions/sign-in.ts',
    find: "if (hasSecondStep(user) && !second_factor) return 'needs_second_factor'",
    replace:
      "if (hasSecondStep(user) && !second_factor && first_factor.strategy !== 'ticket') return 'needs_second_factor'",
    rule: 'MFI-1',
    tests: ['tests/frontend/sign-in-order.test.ts'],
    pattern: '^\\[MFI-1\\] a ticket or a code that begins an attempt',
  },
  {
    file: 'server/storage/tickets.ts',
    find: "status: 'accepted', updated_at: now",
    replace: 'updated_at: now',
    rule: 'SIN-9',
    tests: ['tests/frontend/attempt-sign-in-factor-one.test.ts'],
  },
  {
    file: 'server/sessions/prove-first-factor.ts',
    find: 'code: user ? code :',
    replace: 'code: true ? code :',
    rule: 'ENU-3',
    tests: ['tests/frontend/sign-in-concealed.test.ts'],
  },
  {
    file: 'server/sessions/prove-first-factor.ts',
    find: '  refuseLocked(world, user)\n',
    replace: '  void refuseLocked\n',
    rule: 'SIN-6',
    tests: ['tests/frontend/attempt-sign-in-factor-one.test.ts'],
  },
  {
    file: 'server/sessions/sign-in-access.ts',
    find: '|| signIn.client_id !== call.client!.id',
    replace: '',
    rule: 'SIN-7',
    tests: ['tests/frontend/attempt-sign-in-factor-one.test.ts'],
  },
  {
    file: 'server/sessions/sign-in-account.ts',
    find: 'world.settings.enumeration_protection.enabled && !signIn.first_factor?.verified',
    replace: 'world.settings.enumeration_protection.enabled && !signIn.first_factor',
    rule: 'ENU-1',
    tests: ['tests/frontend/sign-in-concealed.test.ts'],
  },
  {
    file: 'server/sessions/prove-first-factor.ts',
    find: '  await world.hashing.feign(password)\n',
    replace: '',
    rule: 'ENU-2',
    tests: ['tests/frontend/sign-in-concealed.test.ts'],
  },
  {
    file: 'server/sessions/proceed.ts',
    find: "import { type ClientCall, renewClient } from './client-call.ts'",
    replace: "import { type ClientCall, changeClient as renewClient } from './client-call.ts'",
    rule: 'SIN-2',
    tests: ['tests/frontend/create-sign-in.test.ts'],
  },
  {
    file: 'server/storage/sign-ins.ts',
    find: "    .where('status', '=', from)\n    .returning('id')",
    replace: "    .where('id', '!=', from)\n    .returning('id')",
    rule: 'SIN-13',
    tests: ['tests/stores/sign-ins.test.ts'],
  },
  {
    file: 'server/storage/sign-ins.ts',
    find: "          .where('status', '=', from)\n          .returning(columns)",
    replace: "          .where('id', '!=', from)\n          .returning(columns)",
    rule: 'SIN-13',
    tests: ['tests/stores/sign-ins.test.ts'],
  },
  {
    file: 'server/sessions/redeem-ticket.ts',
    find: "  if (expected !== undefined && user_id !== expected) throw new Refusal('ticket_invalid')\n",
    replace: '  void expected\n',
    rule: 'SIN-9',
    tests: ['tests/frontend/attempt-sign-in-factor-one.test.ts'],
  },
]
