import type { Command } from 'commander'
import type { Io } from '#server/cli/io.ts'

interface FileOptions {
  force?: boolean
  json?: boolean
}

/** Commands for whoever keeps the server: each is loaded when it is called. */
export function addOperatorCommands(
  bartleby: Command,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
  run: (exitCode: number) => void,
): void {
  bartleby
    .command('backup')
    .description('copy the database into one file, while servers run')
    .argument('<file>', 'the file to make')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: FileOptions) => {
      const { backUp } = await import('#server/cli/backup.ts')
      run(await backUp(env, io, file, options))
    })
  bartleby
    .command('restore')
    .description('make a database of a backup, in an empty place')
    .argument('<file>', 'what "bartleby backup" has made')
    .option('--force', 'move a SQLite database that is there aside')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: FileOptions) => {
      const { restore } = await import('#server/cli/restore.ts')
      run(await restore(env, io, file, options))
    })
  bartleby
    .command('doctor')
    .description('check machine, settings, keys and database; changes nothing')
    .option('--env <file>', 'check the .env file of an app as well')
    .option('--json', 'print the result as JSON')
    .action(async (options: { env?: string; json?: boolean }) => {
      const { doctor } = await import('#server/cli/doctor.ts')
      run(await doctor(env, io, options))
    })
}
