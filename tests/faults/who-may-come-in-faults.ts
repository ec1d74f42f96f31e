import type { Fault } from './fault.ts'

export const whoMayComeInFaults: readonly Fault[] = [
  {
    file: 'server/storage/invitations.ts',
    find: 'const row = { ...invitation, open_address: ignoreExisting ? null : normalized }',
    replace: 'const row = { ...invitation, open_address: null }',
    rule: 'INV-8',
    tests: ['tests/races/who-may-come-in.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/http/present-invitation.ts',
    find: "...('url' in invitation ? { url: invitation.url } : {}),",
    replace: 'url: invitation.id,',
    rule: 'INV-19',
    tests: ['tests/api/revoke-invitation.test.ts'],
  },
  {
    file: 'server/access-lists/create-allowlist-identifier.ts',
    find: 'await refuseInvited(listEntry(world, call, listed, written))',
    replace:
      'await refuseInvited(listEntry(world, call, listed).then(() => world.invitations.insert([written])))',
    rule: 'ALW-3',
    tests: ['tests/api/create-allowlist-identifier.test.ts'],
  },
  {
    file: 'server/access-lists/on-list.ts',
    find: "return kind === 'email_address' ? [exact, { kind, normalized: wholeDomain(normalized) }] : [exact]",
    replace: 'return wholeDomain(normalized) ? [exact] : []',
    rule: 'BLK-4',
    tests: ['tests/api/create-blocklist-identifier.test.ts'],
  },
  {
    file: 'server/sessions/proceed.ts',
    find: '  await refuseListedUser(world, user)\n',
    replace: '  void refuseListedUser\n',
    rule: 'BLK-5',
    tests: ['tests/frontend/sign-in-lists.test.ts'],
  },
  {
    file: 'server/frontend/sign-ins/create-sign-in.ts',
    find: '  await refuseBlockedText(world, identifier)\n  const user = await accountOf(world, identifier)\n',
    replace:
      '  const user = await accountOf(world, identifier)\n  if (user) await refuseBlockedText(world, identifier)\n',
    rule: 'BLK-6',
    tests: ['tests/frontend/sign-in-lists.test.ts'],
  },
  {
    file: 'server/invitations/redirect-urls.ts',
    find: "|| text.includes('#') || dotSegment.test(text)",
    replace: "|| text.includes('#')",
    rule: 'RED-6',
    tests: ['tests/api/create-redirect-url.test.ts'],
  },
]
