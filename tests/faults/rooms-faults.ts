import type { Fault } from './fault.ts'

/** Mistakes in the rooms of organizations. */
export const roomsFaults: readonly Fault[] = [
  {
    file: 'server/http/which-api.ts',
    find: "  if (secretKey.test(headers.authorization ?? '')) return 'backend'\n",
    replace: '',
    rule: 'FOR-1',
    tests: ['tests/frontend/organizations-routing.test.ts'],
  },
  {
    file: 'server/http/frontend/rewrite.ts',
    find: " && whichApi(request) === 'frontend'",
    replace: ' && whichApi !== undefined',
    rule: 'FOR-3',
    tests: ['tests/frontend/organizations-routing.test.ts'],
  },
  {
    file: 'server/frontend/organizations/list-organization-domains.ts',
    find: "'org:sys_domains:read'",
    replace: "'org:sys_domains:manage'",
    rule: 'FOR-4',
    tests: ['tests/frontend/organizations-matrix.test.ts'],
  },
  {
    file: 'server/frontend/organizations/permitted.ts',
    find: '  if (anyOf.length > 0 &&',
    replace: '  if (anyOf.length > 1 &&',
    rule: 'FOR-4',
    tests: ['tests/frontend/organizations-matrix.test.ts'],
  },
  {
    file: 'server/frontend/organizations/permitted.ts',
    find: 'roles, needed)',
    replace: 'roles, [])',
    rule: 'FOR-13',
    engine: 'postgres',
    tests: ['tests/frontend/organizations-races.test.ts'],
  },
  {
    file: 'server/frontend/organizations/delete-organization.ts',
    find: 'if (!held.organization.admin_delete_enabled)',
    replace: 'if (held.organization.admin_delete_enabled === undefined)',
    rule: 'FOR-7',
    tests: ['tests/frontend/organizations.test.ts'],
  },
  {
    file: 'server/http/frontend/present-organization.ts',
    find: '    url: null,',
    replace: '    url: arguments[0].url,',
    rule: 'FOR-10',
    tests: ['tests/frontend/organizations-shown.test.ts'],
  },
  {
    file: 'server/frontend/organizations/create-organization-domain.ts',
    find: 'verified: false }',
    replace: 'verified: true }',
    rule: 'FOR-11',
    tests: ['tests/frontend/organizations-shown.test.ts'],
  },
]
