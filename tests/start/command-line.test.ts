import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { banner } from '#server/cli/banner.ts'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { freshDatabase } from '#tests/engines.ts'
import { runBartleby, untilHealthy } from '#tests/spawned-server.ts'

const root = join(import.meta.dirname, '..', '..')

async function ran(args: string[], nodeArgs: string[] = []) {
  const command = runBartleby(args, {}, nodeArgs)
  const { code } = await command.exited
  return { code, stdout: command.stdout(), stderr: command.stderr() }
}

/** Makes this Node say that it is another one; a Node that the command starts is itself again. */
const pretend = (versions: Record<string, string>, arch: string = process.arch) => [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process,"versions",{value:{...process.versions,...${JSON.stringify(versions)}}});
     Object.defineProperty(process,"arch",{value:${JSON.stringify(arch)}})`,
  )}`,
]

suite('the command line', () => {
  test('--version is that of the package', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    assert.deepEqual(await ran(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('--help names the commands', async () => {
    const { code, stdout } = await ran(['--help'])
    assert.equal(code, 0)
    for (const name of ['serve', 'keys']) assert.match(stdout, new RegExp(`^  ${name} `, 'm'))
  })

  test('an unknown command fails and names the nearest', async () => {
    const { code, stdout, stderr } = await ran(['srve'])
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /unknown command 'srve'\n\(Did you mean serve\?\)/)
  })

  test('an older Node runs the server with the one that was installed beside it', async () => {
    const database = await freshDatabase('sqlite')
    const env = { BARTLEBY_DATA: database.data, BARTLEBY_PORT: '0', BARTLEBY_LOG_LEVEL: 'warn' }
    const command = runBartleby(['serve'], env, pretend({ node: '20.19.5' }))
    const url = await untilHealthy(command)
    command.kill('SIGTERM')
    assert.deepEqual(await command.exited, { code: 0, signal: null })
    await assert.rejects(fetch(`${url}/health`))
    assert.equal((await ran(['srve'], pretend({ node: '24.6.0' }))).code, 1)
    await database.remove()
  })

  test('an older Node on a machine that none is made for says what is needed', async () => {
    const { code, stdout, stderr } = await ran(['--version'], pretend({ node: '20.19.5' }, 'mips'))
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /^bartleby: needs Node 24\.7 or newer, and this is Node 20\.19\.5: [^\n]+\n$/)
  })
})

suite('the banner', () => {
  const facts: Parameters<typeof banner>[0] = {
    version: '1.2.3',
    config: {
      host: '127.0.0.1',
      port: 4747,
      publicUrl: 'http://127.0.0.1:4747',
      data: '/srv/data',
      databaseUrl: '',
      environment: 'test',
      secretKey: 'sk_test_9fK2mXq7LbT4vWc8ZsR1yHd6',
      encryptionKey: '',
      passwordHashing: 'full',
      threads: 4,
      rateLimits: true,
      settings: readSettings({}),
      givenSettings: new Set(),
      mailServer: undefined,
      trustedProxies: [],
      logLevel: 'info',
    },
    publicUrl: 'http://127.0.0.1:4747',
    listensOn: 'http://127.0.0.1:4747',
    publishableKey: publishableKey('test', 'http://127.0.0.1:4747'),
    secretKey: 'shown',
    clerkEnvPath: '/srv/data/clerk.env',
  }

  test('is short and says what a person needs next', () => {
    assert.equal(
      banner(facts, false),
      `
Bartleby 1.2.3 is running.

  API address   http://127.0.0.1:4747
  Reference     http://127.0.0.1:4747/docs
  Data          /srv/data
  Database      SQLite, in the data folder

In the .env file of an app that is written for Clerk:

  CLERK_SECRET_KEY=sk_test_9fK2mXq7LbT4vWc8ZsR1yHd6
  CLERK_PUBLISHABLE_KEY=pk_test_MTI3LjAuMC4xOjQ3NDck
  CLERK_API_URL=http://127.0.0.1:4747

The secret key is shown only this time. The same three lines are in /srv/data/clerk.env

`,
    )
  })

  test('names a PostgreSQL database without its password', () => {
    const config = {
      ...facts.config,
      databaseUrl: 'postgres://bartleby:hunter2@db.internal:5432/users?x=hunter2',
    }
    const text = banner({ ...facts, config, secretKey: 'given' }, false)
    assert.match(text, /^ {2}Database {6}PostgreSQL db\.internal:5432\/users$/m)
    assert(!text.includes('hunter2'))
    assert(!text.includes(facts.config.secretKey))
  })

  test('has colours only where they are asked for', () => {
    assert(!banner(facts, false).includes('\u001b'))
    const colored = banner(facts, true)
    assert(colored.includes('\u001b'))
    assert.equal(colored.replaceAll(/\u001b\[\d+m/g, ''), banner(facts, false))
  })
})
