import { Command } from 'commander'
import type { Io } from '#server/cli/io.ts'
import { addOperatorCommands } from '#server/cli/operator-commands.ts'
import { addOrganizationCommands } from '#server/cli/organization-commands.ts'
import { addUserCommands } from '#server/cli/user-commands.ts'
import { version } from '#server/version.ts'

/**
 * The command line. `run` receives the exit code of the command that ran. Commands are loaded when they are
 * called: with them comes the whole server, and nobody should wait for that to read `--help`.
 */
export function program(
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
  run: (exitCode: number) => void,
): Command {
  const bartleby = new Command('bartleby')
    .description('Your users, on your own server.')
    .version(version)
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHasColors: () => io.colors })
    .exitOverride()
    .addHelpText(
      'after',
      '\nEverything else is set by variables named BARTLEBY_…: see docs/guides/settings.md',
    )
  bartleby
    .command('serve')
    .description('start the server; the first start creates data folder, database and keys')
    .action(async () => {
      const { serve } = await import('#server/cli/serve.ts')
      run(await serve(env, version, io))
    })
  addOperatorCommands(bartleby, env, io, run)
  addUserCommands(bartleby, env, io, run)
  addOrganizationCommands(bartleby, env, io, run)
  const load = () => import('#server/cli/keys.ts')
  const keys = bartleby
    .command('keys')
    .description('secret keys of the Backend API, and the key that signs tokens')
  keys
    .command('list')
    .description('show all keys by id and last characters')
    .action(async () => run(await (await load()).listKeys(env, io)))
  keys
    .command('add')
    .alias('create')
    .description('make another valid key and print it once')
    .action(async () => run(await (await load()).addKey(env, io)))
  keys
    .command('revoke')
    .description('end a key at once; the last valid one is kept')
    .argument('<id>', 'key_…, as "keys list" shows it')
    .action(async (id: string) => run(await (await load()).revokeKey(env, io, id)))
  keys
    .command('rotate')
    .description('make a new key and end the old one')
    .argument('[id]', "the old key; without it the server's own")
    .option('--keep-old', 'leave the old key valid')
    .action(async (id: string | undefined, options: { keepOld?: boolean }) => {
      const { rotateKey } = await import('#server/cli/keys-rotate.ts')
      run(await rotateKey(env, io, id, options.keepOld === true))
    })
  keys
    .command('rotate-signing')
    .description('make a new key that tokens are signed with')
    .option('--revoke-old', 'refuse the tokens of the old keys at once')
    .action(async (options: { revokeOld?: boolean }) => {
      const { rotateSigningKey } = await import('#server/cli/keys-rotate-signing.ts')
      run(await rotateSigningKey(env, io, options.revokeOld === true))
    })
  return bartleby
}
