import type { Fault } from './fault.ts'

/** Mistakes in what users see and do of their organizations, and in what tokens tell of them. */
export const ownOrganizationsFaults: readonly Fault[] = [
  {
    file: 'server/sessions/organization-claims.ts',
    find: 'const features = distinct(allowed.map(({ feature }) => feature))',
    replace: 'const features = distinct(allowed.map(({ feature }) => feature)).reverse()',
    rule: 'CLO-1',
    tests: ['tests/frontend/organization-tokens.test.ts'],
  },
  {
    file: 'server/sessions/organization-claims.ts',
    find: '(1n << BigInt(actions.indexOf(action)))',
    replace: '(1n << BigInt(actions.length - 1 - actions.indexOf(action)))',
    rule: 'CLO-8',
    tests: ['tests/conformance/clerk-express-organizations.test.ts'],
  },
  {
    file: 'server/storage/memberships.ts',
    find: "    .where('memberships.user_id', '=', userId)\n    .select(['organizations.slug'",
    replace:
      "    .where((row) => row.or([row.lit(true), row('memberships.user_id', '=', userId)]))\n    .select(['organizations.slug'",
    rule: 'CLO-2',
    tests: ['tests/frontend/organization-tokens.test.ts'],
  },
  {
    file: 'server/organizations/standing-in.ts',
    find: 'return standing && (await organizationSettings(world)).enabled ? standing : undefined',
    replace: 'void organizationSettings\n  return standing',
    rule: 'OMO-7',
    tests: ['tests/frontend/own-memberships.test.ts'],
  },
  {
    file: 'server/frontend/sessions/create-session-token.ts',
    find: 'mintSessionToken(world, session, user, { azp, apiVersion, organizationId })',
    replace: 'mintSessionToken(world, session, user, { azp, apiVersion })',
    rule: 'CLO-3',
    tests: ['tests/frontend/organization-tokens.test.ts'],
  },
  {
    file: 'server/sessions/touch-session.ts',
    find: 'if (!elsewhere && organization === before && session',
    replace: 'if (!elsewhere && session',
    rule: 'OMO-6',
    tests: ['tests/frontend/own-memberships.test.ts'],
  },
  {
    file: 'server/organizations/own-memberships.ts',
    find: 'seen.filter(({ user }) => user.id === id)',
    replace: 'seen',
    rule: 'OMO-4',
    tests: ['tests/frontend/own-memberships.test.ts'],
  },
  {
    file: 'server/frontend/sessions/chosen-organization.ts',
    find: "  if (id === undefined) throw new Refusal('organization_not_found_or_unauthorized')\n  return id",
    replace: '  void Refusal\n  return id ?? named',
    rule: 'OMO-6',
    tests: ['tests/frontend/own-memberships.test.ts'],
  },
]
