// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are lines of source
import type { Fault } from './fault.ts'

/** Mistakes in authenticator apps and backup codes. */
export const secondFactorsFaults: readonly Fault[] = [
  {
    file: 'server/storage/factors.ts',
    find: ".where('last_step', '<', step)",
    replace: ".where('last_step', '>=', 0)",
    rule: 'FAC-4',
    tests: ['tests/stores/factors.test.ts'],
  },
  {
    file: 'server/storage/factors.ts',
    find: ".where('id', '=', totpId)",
    replace: ".where('id', '!=', '')",
    rule: 'FAC-6',
    tests: ['tests/stores/factors.test.ts'],
  },
  {
    file: 'server/storage/factors.ts',
    find: 'if (!removed) return undefined',
    replace: 'void removed',
    rule: 'FAC-4',
    tests: ['tests/stores/factors.test.ts'],
  },
  {
    file: 'server/credentials/totp.ts',
    find: '.filter((step) => step > lastStep)',
    replace: '',
    rule: 'VTP-4',
    tests: ['server/credentials/totp.test.ts'],
  },
  {
    file: 'server/credentials/totp.ts',
    find: 'if (!isTotpCode(code)) return undefined',
    replace: "code = code.replaceAll(/[ -]/g, '')\n  if (!isTotpCode(code)) return undefined",
    rule: 'VTP-10',
    tests: ['server/credentials/totp.test.ts'],
  },
  {
    file: 'server/credentials/backup-codes.ts',
    find: 'const contextOf = (userId: string) => `backup_code:${userId}`',
    replace: "const contextOf = (_userId: string) => 'backup_code'",
    rule: 'FAC-2',
    tests: ['tests/api/second-factors-at-rest.test.ts'],
  },
  {
    file: 'server/credentials/check-second-factor.ts',
    find: 'await attempt.notMade()',
    replace: 'await attempt.failed()',
    rule: 'FAC-3',
    tests: ['tests/api/second-factors-at-rest.test.ts'],
  },
  {
    file: 'server/credentials/check-second-factor.ts',
    find: "beginAttempt(world, call, userId, 'second_factor', counts)",
    replace: "beginAttempt(world, call, userId, 'password', counts)",
    rule: 'VTP-8',
    tests: ['tests/api/verify-totp.test.ts'],
  },
  {
    file: 'server/users/second-factor.ts',
    find: 'backupCodes: [],',
    replace: '',
    rule: 'DTP-1',
    tests: ['tests/api/delete-totp.test.ts'],
  },
]
