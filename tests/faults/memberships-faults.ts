import type { Fault } from './fault.ts'

/** Mistakes in who becomes, is and stays a member. */
export const membershipsFaults: readonly Fault[] = [
  {
    file: 'server/organizations/add-member.ts',
    find: 'if (max > 0 && (await held.membersUpTo(max)) >= max)',
    replace: 'if (max > 0 && (await held.membersUpTo(max)) > max)',
    rule: 'MBR-3',
    tests: ['tests/api/create-organization-membership.test.ts'],
  },
  {
    // Of each of two admins the other one is still there until the row is held.
    file: 'server/storage/held-organizations.ts',
    find: `          .updateTable('organizations')
          .set((row) => ({ name: row.ref('name') }))
          .where('id', '=', id)
          .returning(organizationColumns)`,
    replace: `          .selectFrom('organizations')
          .where('id', '=', id)
          .select(organizationColumns)`,
    rule: 'MBR-11',
    tests: ['tests/races/memberships.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/organizations/change-member-role.ts',
    find: '    await refuseWithoutElevated(held, membership, current, next)\n',
    replace: '    void refuseWithoutElevated\n',
    rule: 'MBR-11',
    tests: ['tests/api/update-organization-membership.test.ts'],
  },
  {
    file: 'server/storage/held-members.ts',
    find: "        .where('last_active_organization_id', '=', organizationId)\n",
    replace: '',
    rule: 'MBR-14',
    tests: ['tests/api/delete-organization-membership.test.ts'],
  },
  {
    file: 'server/organizations/list-organization-memberships.ts',
    find: 'created_before: created_at_before,',
    replace: 'created_before: created_at_before && created_at_before + 1,',
    rule: 'MBR-8',
    tests: ['tests/api/list-organization-memberships.test.ts'],
  },
  {
    file: 'server/storage/user-filters.ts',
    find: "if (excluded.length > 0) conditions.push(users('users.id', 'not in', membersOf(excluded)))",
    replace: "if (excluded.length > 0) conditions.push(users('users.id', 'in', membersOf(excluded)))",
    rule: 'LST-5',
    tests: ['tests/api/get-user-list-members.test.ts'],
  },
  {
    file: 'server/organizations/update-organization-membership-metadata.ts',
    find: '  refuseAny(merged.flatMap(([field, value]) => metadataProblems(field, value)))\n',
    replace:
      '  refuseAny(fields.flatMap((field) => (input[field] ? metadataProblems(field, input[field]) : [])))\n',
    rule: 'MBR-16',
    tests: ['tests/api/update-organization-membership-metadata.test.ts'],
  },
]
