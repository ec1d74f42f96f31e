import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { type RunningCommand, runBartleby, untilHealthy } from '#tests/spawned-server.ts'

const modeOf = async (path: string) => (await stat(path)).mode & 0o777
const usersAs = (url: string, key: string) =>
  fetch(`${url}/v1/users`, { headers: { authorization: `Bearer ${key}` } })
const line = (command: RunningCommand, name: string) =>
  command.stdout().match(new RegExp(`^ *${name}[= ] *(.+)$`, 'm'))?.[1]

suite('bartleby serve on an empty folder', { concurrency: false }, () => {
  let folder: string
  let data: string
  const running = new Set<RunningCommand>()
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bartleby-start-'))
    data = join(folder, 'data')
  })
  afterEach(async () => {
    for (const command of running) {
      command.kill('SIGKILL')
      await command.exited
    }
    running.clear()
    await rm(folder, { recursive: true })
  })

  const run = (env: Record<string, string> = {}, args = ['serve']) => {
    const command = runBartleby(args, { BARTLEBY_DATA: data, BARTLEBY_PORT: '0', ...env })
    running.add(command)
    return command
  }
  async function started(env?: Record<string, string>) {
    const command = run(env)
    return { ...command, url: await untilHealthy(command) }
  }
  async function stop(command: RunningCommand) {
    command.kill('SIGTERM')
    assert.deepEqual(await command.exited, { code: 0, signal: null }, command.output())
  }
  /** Ends by itself with one clear line per pattern, and neither a stack nor a database file. */
  async function refuses(env: Record<string, string>, ...patterns: RegExp[]) {
    const command = run(env)
    assert.deepEqual(await command.exited, { code: 1, signal: null }, command.output())
    const lines = command.stderr().trimEnd().split('\n')
    assert.equal(lines.length, patterns.length, command.stderr())
    for (const [at, text] of lines.entries()) {
      assert.match(text, /^bartleby: /)
      assert.match(text, patterns[at]!)
    }
    return command
  }

  test('[SRV-1 AUT-7] the first start makes folder, database and keys, and says what to do next', async () => {
    const server = await started()
    assert.equal(await modeOf(data), 0o700)
    for (const file of ['bartleby.sqlite', 'encryption-key', 'secret-key-test', 'clerk.env']) {
      assert.equal(await modeOf(join(data, file)), 0o600, file)
    }
    const key = line(server, 'CLERK_SECRET_KEY')!
    assert.match(key, /^sk_test_[0-9A-Za-z]{43}$/)
    assert.equal(line(server, 'API address'), server.url)
    assert.equal(line(server, 'Reference'), `${server.url}/docs`)
    assert.equal(line(server, 'Data'), data)
    assert.equal(line(server, 'CLERK_API_URL'), server.url)
    const publishable = line(server, 'CLERK_PUBLISHABLE_KEY')!.replace('pk_test_', '')
    assert.equal(Buffer.from(publishable, 'base64').toString(), `${new URL(server.url).host}$`)

    const health = await fetch(`${server.url}/health`)
    assert.deepEqual(await health.json(), { status: 'ok' })
    assert.equal((await usersAs(server.url, key)).status, 200)
    assert.equal((await usersAs(server.url, key.replace(/.$/, '!'))).status, 401)
    assert(!server.stdout().includes('\u001b'), 'no colours without a terminal')
    assert.equal(server.stderr(), '')
    await stop(server)
  })

  test('clerk.env holds the three lines of the banner', async () => {
    const server = await started()
    const lines = (await readFile(join(data, 'clerk.env'), 'utf8')).trimEnd().split('\n')
    assert.deepEqual(
      lines,
      ['CLERK_SECRET_KEY', 'CLERK_PUBLISHABLE_KEY', 'CLERK_API_URL'].map(
        (name) => `${name}=${line(server, name)}`,
      ),
    )
    await stop(server)
  })

  test('[SRV-2] a later start keeps both keys and does not show the secret one', async () => {
    const first = await started()
    const key = line(first, 'CLERK_SECRET_KEY')!
    await stop(first)
    const encryptionKey = await readFile(join(data, 'encryption-key'), 'utf8')

    const second = await started()
    assert.equal((await usersAs(second.url, key)).status, 200)
    assert(!second.output().includes(key))
    assert.match(second.stdout(), new RegExp(`CLERK_SECRET_KEY: see ${join(data, 'clerk.env')}`))
    assert.equal(await readFile(join(data, 'encryption-key'), 'utf8'), encryptionKey)
    const clerkEnv = await readFile(join(data, 'clerk.env'), 'utf8')
    assert(clerkEnv.includes(`CLERK_SECRET_KEY=${key}\n`))
    assert(clerkEnv.includes(`CLERK_API_URL=${second.url}\n`), 'the address of this start')
    await stop(second)
  })

  test('a first start that failed to listen has not used up the showing of the key', async () => {
    const { server, port } = await takenPort()
    await refuses({ BARTLEBY_PORT: String(port) }, /taken/)
    server.close()
    const second = await started()
    assert.equal((await usersAs(second.url, line(second, 'CLERK_SECRET_KEY')!)).status, 200)
    await stop(second)
  })

  test('two first starts at once agree on the keys', async () => {
    const servers = await Promise.all([started(), started()])
    const clerkEnv = await readFile(join(data, 'clerk.env'), 'utf8')
    const key = clerkEnv.match(/^CLERK_SECRET_KEY=(.+)$/m)![1]!
    for (const server of servers) assert.equal((await usersAs(server.url, key)).status, 200)
    for (const server of servers) await stop(server)
  })

  test('a key from the environment is used, is written nowhere and is never shown', async () => {
    const key = 'sk_live_9fK2mXq7LbT4vWc8ZsR1yHd6'
    const server = await started({ BARTLEBY_SECRET_KEY: key, BARTLEBY_ENVIRONMENT: 'live' })
    assert.equal((await usersAs(server.url, key)).status, 200)
    assert.equal(line(server, 'CLERK_SECRET_KEY'), '<the value of BARTLEBY_SECRET_KEY>')
    assert.match(line(server, 'CLERK_PUBLISHABLE_KEY')!, /^pk_live_/)
    await stop(server)
    assert(!server.output().includes(key))
    for (const file of ['clerk.env', 'secret-key-live']) await assert.rejects(stat(join(data, file)))
    const database = await readFile(join(data, 'bartleby.sqlite'))
    assert(!database.includes(key), 'only a hash is stored')
  })

  test('[SRV-6] a live server accepts no key of the test environment', async () => {
    const first = await started()
    const testKey = line(first, 'CLERK_SECRET_KEY')!
    await stop(first)
    const live = await started({ BARTLEBY_ENVIRONMENT: 'live' })
    const liveKey = line(live, 'CLERK_SECRET_KEY')!
    assert.match(liveKey, /^sk_live_/)
    assert.equal((await usersAs(live.url, testKey)).status, 401)
    assert.equal((await usersAs(live.url, liveKey)).status, 200)
    await stop(live)
  })

  test('the public address is told to apps, and the listening one stands beside it', async () => {
    const server = await started({ BARTLEBY_PUBLIC_URL: 'https://auth.example.com' })
    assert.equal(line(server, 'API address'), 'https://auth.example.com')
    assert.equal(line(server, 'Listens on'), server.url)
    assert.equal(line(server, 'CLERK_API_URL'), 'https://auth.example.com')
    await stop(server)
  })

  test('[SRV-15] another encryption key is refused', async () => {
    await stop(await started())
    const other = { BARTLEBY_ENCRYPTION_KEY: 'q83vEjRWeJq83tXkT2vR0sYlbn5qWZtHc1oJf2xDkXs=' }
    const command = await refuses(other, /encryption key is not the one that this database was created with/)
    assert(!command.output().includes(other.BARTLEBY_ENCRYPTION_KEY))
  })

  test('a lost encryption key is not replaced by another', async () => {
    await stop(await started())
    await rm(join(data, 'encryption-key'))
    await refuses({}, /encryption-key is missing.* restore the file/)
    await assert.rejects(stat(join(data, 'encryption-key')))
  })

  test('[SRV-12] a short or placeholder secret key is refused, and nothing is made', async () => {
    await refuses(
      { BARTLEBY_SECRET_KEY: 'sk_test_short' },
      /BARTLEBY_SECRET_KEY needs at least 24 characters/,
    )
    await refuses(
      { BARTLEBY_SECRET_KEY: 'sk_test_changeme_changeme_changeme' },
      /BARTLEBY_SECRET_KEY looks like a placeholder/,
    )
    await assert.rejects(stat(data))
  })

  test('[SRV-13] a misspelled variable is refused with the nearest name', async () => {
    await refuses({ BARTLEBY_DATABASE: 'x' }, /BARTLEBY_DATABASE .* BARTLEBY_DATA/)
  })

  test('[SET-10 SET-11] settings that are wrong are refused with file, path and nearest key', async () => {
    const settings = join(folder, 'settings.json')
    await writeFile(settings, '{"attributes":{"email_adress":{}},"supports_ban":"no"}')
    await refuses(
      { BARTLEBY_SETTINGS: settings },
      /settings\.json: attributes\.email_adress: .* attributes\.email_address$/,
      /settings\.json: supports_ban: expected true or false, found a text$/,
    )
    await writeFile(settings, '{"attributes":}')
    await refuses(
      { BARTLEBY_SETTINGS: settings },
      /settings\.json: not valid JSON from line 1, column 15 on$/,
    )
    await refuses({ BARTLEBY_SETTINGS: join(folder, 'none.json') }, /none\.json: there is no such file$/)
    await assert.rejects(stat(data))
  })

  test('[SRV-10] a data folder that cannot be written is refused', async () => {
    await writeFile(data, '')
    await refuses(
      {},
      /The data folder .* cannot be written \(a file stands in its place\): set BARTLEBY_DATA/,
    )
    await refuses(
      { BARTLEBY_DATA: join(data, 'below') },
      /The data folder .* cannot be written \(a part of the path is a file\): set BARTLEBY_DATA/,
    )
  })

  test('[SRV-9] a taken port is refused', async () => {
    const { server, port } = await takenPort()
    await refuses(
      { BARTLEBY_PORT: String(port) },
      new RegExp(`127\\.0\\.0\\.1 port ${port} is taken.* BARTLEBY_PORT`),
    )
    server.close()
  })

  test('an address of another machine is refused', async () => {
    await refuses({ BARTLEBY_HOST: '192.0.2.1', BARTLEBY_PORT: '4747' }, /192\.0\.2\.1 .* BARTLEBY_HOST/)
  })

  test('[SRV-11] a newer database is refused', async () => {
    await stop(await started())
    const database = new DatabaseSync(join(data, 'bartleby.sqlite'))
    database.exec(`insert into migrations (name, applied_at) values ('9999-later', 0)`)
    database.close()
    await refuses({}, /newer version/)
  })

  test('a database that cannot be reached is refused without its password', async () => {
    const { server, port } = await takenPort()
    server.close()
    const command = await refuses(
      {
        BARTLEBY_DATABASE_URL: `postgres://bartleby:hunter2@127.0.0.1:${port}/bartleby`,
        BARTLEBY_SECRET_KEY: 'sk_test_9fK2mXq7LbT4vWc8ZsR1yHd6',
        BARTLEBY_ENCRYPTION_KEY: 'q83vEjRWeJq83tXkT2vR0sYlbn5qWZtHc1oJf2xDkXs=',
      },
      /./,
    )
    assert(!command.output().includes('hunter2'))
  })
})

async function takenPort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as { port: number }).port }
}
