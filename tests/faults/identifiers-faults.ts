import type { Fault } from './fault.ts'

/** Mistakes in what becomes of e-mail addresses and phone numbers. */
export const identifiersFaults: readonly Fault[] = [
  {
    file: 'server/identifications/add-contact.ts',
    find: 'one.kind === kind && one.normalized === contact.normalized',
    replace: 'one.kind === kind && one.value === input.text',
    rule: 'EML-3',
    tests: ['tests/api/create-email-address.test.ts'],
  },
  {
    file: 'server/identifications/contact-change.ts',
    find: "one.kind === kind && one.status === 'verified'",
    replace: "one.kind === kind && one.status !== 'unverified'",
    rule: 'EML-15',
    tests: ['tests/api/delete-email-address.test.ts'],
  },
  {
    file: 'server/identifications/contact-change.ts',
    find: 'lacking && one === factors[0]',
    replace: 'lacking && one === factors.at(-1)',
    rule: 'PHN-19',
    tests: ['tests/api/update-phone-number-factors.test.ts'],
  },
  {
    file: 'server/users/second-factor.ts',
    find: 'attributes: { mfa_enabled_at: at }',
    replace: 'attributes: { mfa_enabled_at: at, mfa_disabled_at: null }',
    rule: 'PHN-21',
    tests: ['tests/api/update-phone-number-factors.test.ts'],
  },
  {
    file: 'server/users/user.ts',
    find: 'isClaimed(identification) && !identification.reserved_for_second_factor',
    replace: 'isClaimed(identification)',
    rule: 'PHN-20',
    tests: ['tests/api/update-phone-number-factors.test.ts'],
  },
  {
    file: 'server/identifications/update-contact.ts',
    find: 'if (canSignIn(own) && !identifications.some(canSignIn))',
    replace: 'if (canSignIn(own) && identifications.length === 1)',
    rule: 'EML-10',
    tests: ['tests/api/update-email-address.test.ts'],
  },
  {
    file: 'server/identifications/owned-contact.ts',
    find: 'one.kind === kind && one.id === id',
    replace: 'one.id === id',
    rule: 'PHN-17',
    tests: ['tests/api/delete-phone-number.test.ts'],
  },
  {
    file: 'server/identifications/replace-contacts.ts',
    find: "...(status === 'verified' ? { primary: only.id } : {})",
    replace: 'primary: only.id',
    rule: 'RPE-2',
    tests: ['tests/api/replace-user-email-address.test.ts'],
  },
]
