import type { Fault } from './fault.ts'

/** Mistakes in what users do to their own account. */
export const meFaults: readonly Fault[] = [
  {
    file: 'server/frontend/me/change-password.ts',
    find: '  if (hasPassword(before)) await proveCurrentPassword(',
    replace: '  if (!hasPassword(before)) await proveCurrentPassword(',
    rule: 'MPW-1',
    tests: ['tests/frontend/me-password.test.ts'],
  },
  {
    file: 'server/frontend/me/change-password.ts',
    find: 'const others = { except: call.session!.id }',
    replace: 'const others = true',
    rule: 'MPW-3',
    tests: ['tests/frontend/me-password.test.ts'],
  },
  {
    file: 'server/frontend/me/change-password.ts',
    find: '    refuseChangedMeanwhile(before, user)\n',
    replace: '    void refuseChangedMeanwhile\n',
    rule: 'MPW-5',
    tests: ['tests/frontend/me-password.test.ts'],
  },
  {
    file: 'server/frontend/me/current-password.ts',
    find: 'current, true)',
    replace: 'current, false)',
    rule: 'MPW-1',
    tests: ['tests/frontend/me-password.test.ts'],
  },
  {
    file: 'server/frontend/me/delete-user.ts',
    find: 'if (!user.delete_self_enabled)',
    replace: 'if (user.banned)',
    rule: 'MEU-5',
    tests: ['tests/frontend/me-user.test.ts'],
  },
  {
    file: 'server/frontend/me/revoke-session.ts',
    find: 'const isOwn = session?.user_id === user.id',
    replace: 'const isOwn = session !== undefined',
    rule: 'MSE-2',
    tests: ['tests/frontend/me-sessions.test.ts'],
  },
  {
    file: 'server/frontend/me/delete-email-address.ts',
    find: '  const { id } = await ownEmailAddress(world, call, input.email_id)',
    replace: '  void ownEmailAddress\n  const id = input.email_id',
    rule: 'MEM-6',
    tests: ['tests/frontend/me-email-addresses.test.ts'],
  },
  {
    file: 'server/frontend/me/delete-email-address.ts',
    find: '    notify: true,',
    replace: '    notify: false,',
    rule: 'MEM-5',
    tests: ['tests/frontend/me-email-addresses.test.ts'],
  },
  {
    file: 'server/http/frontend/add-frontend.ts',
    find: "operation.needs === 'session' ? await actingSession(world, client!, named) : undefined",
    replace: "operation.needs === 'session' ? await world.sessions.find(named ?? '') : undefined",
    rule: 'MGT-1',
    tests: ['tests/frontend/gate.test.ts'],
  },
  {
    file: 'server/http/frontend/origins.ts',
    find: '!allowed.includes(origin)',
    replace: '!allowed.some((one) => origin.startsWith(one))',
    rule: 'MGT-2',
    tests: ['tests/frontend/gate.test.ts'],
  },
]
