import type { Fault } from './fault.ts'

/** Mistakes in organizations and their logos. */
export const organizationsFaults: readonly Fault[] = [
  {
    file: 'server/organizations/make-organization.ts',
    find: "who === 'member' && creator !== null ? await creatorMaxOf(world, creator) : undefined",
    replace: 'undefined',
    rule: 'ORG-21',
    tests: ['tests/stores/organizations.test.ts'],
  },
  {
    file: 'server/storage/organizations.ts',
    find: '      await database.dialect.holdUser(transaction, creator)\n',
    replace: '',
    rule: 'ORG-21',
    tests: ['tests/stores/organizations.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/organizations/make-organization.ts',
    find: 'if (isChosen || attempt === slugAttemptsMax) throw takenSlug()',
    replace: 'if (attempt === slugAttemptsMax) throw takenSlug()',
    rule: 'ORG-6',
    tests: ['tests/api/create-organization.test.ts'],
  },
  {
    file: 'server/organizations/change-organization.ts',
    find: '    if (changed.length === 0) return organization\n',
    replace: '',
    rule: 'ORG-20',
    tests: ['tests/api/update-organization.test.ts'],
  },
  {
    file: 'server/storage/organization-rows.ts',
    find: 'search_text: [name, slug]',
    replace: 'search_text: [organization.id, name, slug]',
    rule: 'ORG-2',
    tests: ['tests/api/list-organizations.test.ts'],
  },
  {
    file: 'server/storage/users.ts',
    find: '        await removeMembershipsOf(transaction, id, event)\n',
    replace: '',
    rule: 'ORG-17',
    tests: ['tests/api/delete-organization.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: ' || (await world.organizations.anyoneHas(id))',
    replace: '',
    rule: 'OLO-3',
    tests: ['tests/api/upload-organization-logo.test.ts'],
  },
  {
    file: 'server/organizations/remove-organization.ts',
    find: '  await dropUnusedImage(world, removed.image_id)\n',
    replace: '',
    rule: 'OLO-3',
    tests: ['tests/api/upload-organization-logo.test.ts'],
  },
]
