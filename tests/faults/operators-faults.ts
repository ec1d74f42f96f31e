// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are lines of source
import type { Fault } from './fault.ts'

/** Mistakes in the commands for whoever keeps the server. */
export const operatorsFaults: readonly Fault[] = [
  {
    file: 'server/storage/dialects/sqlite-snapshot.ts',
    find: "database.exec('begin')",
    replace: '',
    rule: 'OPS-1',
    tests: ['tests/durability/backup-ledger.test.ts'],
  },
  {
    file: 'server/storage/dialects/postgres.ts',
    find: ".setIsolationLevel('repeatable read')",
    replace: ".setIsolationLevel('read committed')",
    rule: 'OPS-1',
    tests: ['tests/durability/backup-ledger.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/storage/backup/write-backup.ts',
    find: 'for (const name of tableNames)',
    replace: "for (const name of tableNames.filter((table) => table !== 'events'))",
    rule: 'OPS-2',
    tests: ['tests/start/backup.test.ts'],
  },
  {
    file: 'server/storage/dialects/postgres-catalogue.ts',
    find: 'from ${own} having max(${identity}) is not null',
    replace: 'from ${own} having max(${identity}) is null',
    rule: 'OPS-3',
    tests: ['tests/start/backup.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/storage/backup/read-backup.ts',
    find: 'found.rows !== table.rows || found.sum !== table.checksum',
    replace: 'found.rows !== table.rows',
    rule: 'OPS-5',
    tests: ['tests/start/backup-restore.test.ts'],
  },
  {
    file: 'server/storage/backup/restore-backup.ts',
    find: '  refuseOpenFile(path)\n',
    replace: '',
    rule: 'OPS-6',
    tests: ['tests/start/backup-restore.test.ts'],
  },
  {
    file: 'server/storage/secret-keys.ts',
    find: ".updateTable('secret_keys')\n          .set((row) => ({ hint: row.ref('hint') }))\n          .where('revoked_at', 'is', null)\n          .returning('id')",
    replace:
      ".selectFrom('secret_keys')\n          .where('revoked_at', 'is', null)\n          .select('id')",
    rule: 'OPS-9',
    tests: ['tests/stores/keys.test.ts'],
    engine: 'postgres',
  },
  {
    file: 'server/cli/doctor-server.ts',
    find: 'newestAt - now',
    replace: 'now - newestAt',
    rule: 'OPS-11',
    tests: ['tests/start/doctor.test.ts'],
  },
  {
    file: 'server/cli/doctor-app.ts',
    find: "value.replace(/\\/+$/, '')",
    replace: "value.replace(/\\/+(v1)?$/, '')",
    rule: 'OPS-13',
    tests: ['tests/start/doctor-env.test.ts'],
  },
]
