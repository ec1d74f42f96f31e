import type { Fault } from './fault.ts'

/** Mistakes in roles, permissions and the settings that the API changes. */
export const rolesFaults: readonly Fault[] = [
  {
    file: 'server/roles/change-role.ts',
    find: '.creator_role === before.key) refuseAsCreatorRole(after)',
    replace: ".creator_role === '') refuseAsCreatorRole(after)",
    rule: 'ROL-9',
    tests: ['tests/api/remove-permission-from-organization-role.test.ts'],
  },
  {
    file: 'server/storage/held-roles.ts',
    find: ".where('status', '=', 'pending')\n      .where('expire_at', '>', now)",
    replace: ".where('status', '=', 'accepted')\n      .where('expire_at', '>', now)",
    rule: 'ROL-12',
    tests: ['tests/api/delete-organization-role.test.ts'],
  },
  {
    file: 'server/storage/held-settings.ts',
    find: "  await transaction\n    .updateTable('instance')\n    .set((row) => ({ id: row.ref('id') }))\n    .execute()\n",
    replace: '',
    rule: 'ROL-10',
    tests: ['tests/api/assign-permission-to-organization-role.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/storage/dialects/sqlite.ts',
    find: "  if (isForeignKey(error)) return new RowBusy('SQLite: the row refers to one that is gone')\n",
    replace: '  void isForeignKey\n  void RowBusy\n',
    rule: 'ROL-13',
    tests: ['tests/stores/roles.test.ts'],
  },
  {
    file: 'server/roles/with-id.ts',
    find: "if (type === 'system') throw",
    replace: "if (type === 'user' && key === '') throw",
    rule: 'PER-6',
    tests: ['tests/api/delete-organization-permission.test.ts'],
  },
  {
    file: 'server/instance-settings/change-settings.ts',
    find: '.filter(({ path }) => world.givenSettings.has(path))',
    replace: '.filter(() => false)',
    rule: 'OST-3',
    tests: ['tests/api/update-instance-organization-settings.test.ts'],
  },
]
