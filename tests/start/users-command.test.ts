import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Bartleby } from '#sdk/client.ts'
import { userCard, userTable } from '#server/cli/show-user.ts'
import { engines, freshDatabase, migratedDatabase, type TestDatabase } from '#tests/engines.ts'
import { type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

const root = join(import.meta.dirname, '..', '..')
const file = join(root, 'bin', 'bartleby.js')
const password = 'a horse that nobody knows'

interface Ran extends SpawnSyncReturns<string> {
  readonly status: number
}

/** Runs a command with exactly these variables, to its end. */
function bartleby(args: string[], env: Record<string, string> = {}, input = ''): Ran {
  const { PATH = '', SystemRoot = '' } = process.env
  const variables = { PATH, SystemRoot, ...env }
  const options = { cwd: tmpdir(), env: variables, input, encoding: 'utf8', timeout: 60_000 } as const
  return spawnSync(process.execPath, [file, ...args], options) as Ran
}

for (const engine of engines)
  suite(`bartleby users, on ${engine}`, { concurrency: false }, () => {
    let database: TestDatabase
    let server: SpawnedServer
    let env: Record<string, string>
    before(async () => {
      database = await migratedDatabase(engine)
      server = await spawnBartleby({ database })
      env = { CLERK_SECRET_KEY: database.secretKey, CLERK_API_URL: server.url }
    })
    after(async () => {
      server.kill('SIGKILL')
      await server.exited
      await database.remove()
    })

    const users = (...args: string[]) => bartleby(['users', ...args], env)
    const outputOf = (...args: string[]) => {
      const { status, stdout, stderr } = users(...args)
      assert.deepEqual([status, stderr], [0, ''], stderr)
      return stdout
    }
    const apiText = async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${database.secretKey}`, 'content-type': 'application/json' }
      return (await fetch(`${server.url}/v1${path}`, { ...init, headers })).text()
    }
    const readUser = ({ url }: SpawnedServer, id: string) =>
      new Bartleby({ secretKey: database.secretKey, baseUrl: url }).users.get(id)
    const created = async (body: object): Promise<string> =>
      JSON.parse(await apiText('/users', { method: 'POST', body: JSON.stringify(body) })).id

    test('create, get, update, ban, unban, lock, unlock and delete do what they say', async () => {
      const card = outputOf(
        ...['create', '--email-address', 'ada@example.com', '--email-address', 'ada@example.org'],
        ...['--first-name', 'Ada', '--username', 'ada_lovelace', '--external-id', 'x-1'],
      )
      assert.match(card, /^Name +Ada$/m)
      assert.match(card, /^E-mail addresses +ada@example\.com, ada@example\.org$/m)
      assert.match(card, /^State +active$/m)
      const id = card.match(/^Id +(user_\w{27})$/m)![1]!
      const updated = outputOf('update', id, '--last-name', 'Lovelace', '--external-id', '')
      assert.match(updated, /^Name +Ada Lovelace$/m)
      assert(!/^External id/m.test(updated), updated)
      assert.equal(outputOf('get', id), updated)
      for (const [action, state] of [
        ['ban', 'banned'],
        ['lock', 'banned, locked'],
        ['unban', 'locked'],
        ['unlock', 'active'],
      ] as const)
        assert.match(outputOf(action, id), new RegExp(`^State +${state}$`, 'm'))
      assert.equal(outputOf('delete', id), `${id} is deleted.\n`)
      assert.match(await apiText(`/users/${id}`), /resource_not_found/)
    })

    test('list and count filter', async () => {
      for (const name of ['bea', 'bob', 'eve'])
        await created({ email_address: [`${name}@example.net`], first_name: name, banned: name === 'eve' })
      const table = outputOf('list', '--query', 'example.net', '--order-by', '+created_at', '--limit', '2')
      const lines = table.trimEnd().split('\n')
      assert.match(lines[0]!, /^ID +NAME +IDENTIFIER +CREATED \(UTC\) +STATE$/)
      assert.match(lines[1]!, /^user_\w{27} +bea +bea@example\.net +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
      assert.match(lines[2]!, / bob@example\.net /)
      assert.deepEqual(lines.slice(3), ['', '2 of 3'])
      assert.match(
        outputOf('list', '--query', 'example.net', '--offset', '2', '--order-by', 'created_at'),
        / banned\n\n1 of 3\n$/,
      )
      assert.equal(outputOf('count', '--query', 'example.net'), '3\n')
      assert.equal(outputOf('count', '--banned'), '1\n')
      assert.equal(outputOf('count', '--query', 'example.net', '--no-banned'), '2\n')
      assert.equal(
        outputOf('count', '--email-address', 'bea@example.net', '--email-address', 'bob@example.net'),
        '2\n',
      )
      assert.equal(outputOf('list', '--username', 'nobody_here').trimEnd().split('\n').at(-1), '0 of 0')
    })

    test('--json prints what the API answers, to the last digit', async () => {
      const body =
        '{"username":"precise_user","public_metadata":{"b":12345678901234567890,"a":1.10,"b2":{"2":1,"1":2}}}'
      const { id } = JSON.parse(await apiText('/users', { method: 'POST', body }))
      assert.equal(outputOf('get', id, '--json'), `${await apiText(`/users/${id}`)}\n`)
      assert.match(outputOf('get', id, '--json'), /12345678901234567890/)
      const list = outputOf('list', '--username', 'precise_user', '--json')
      assert.equal(list, `${await apiText('/users?username=precise_user')}\n`)
      assert.equal(
        outputOf('count', '--username', 'precise_user', '--json'),
        '{"object":"total_count","total_count":1}\n',
      )
      assert.match(
        outputOf('delete', id, '--json'),
        new RegExp(`"id":"${id}".*"deleted":true|"deleted":true.*"id":"${id}"`),
      )
    })

    test('a password comes from standard input, and is nowhere else', async () => {
      const args = ['users', 'create', '--username', 'has_password', '--password-stdin']
      const { status, stdout, stderr } = bartleby(args, env, `${password}\n`)
      assert.equal(status, 0, stderr)
      assert.match(stdout, /^Password +yes$/m)
      assert(!(stdout + stderr).includes(password))
      const id = stdout.match(/user_\w{27}/)![0]
      const verify = (given: string) =>
        apiText(`/users/${id}/verify_password`, { method: 'POST', body: JSON.stringify({ password: given }) })
      assert.match(await verify(password), /"verified":true/)
      assert.equal(
        bartleby(['users', 'update', id, '--password-stdin'], env, 'another good horse\r\n').status,
        0,
      )
      assert.match(await verify('another good horse'), /"verified":true/)
      const empty = bartleby(args, env, '\n')
      assert.deepEqual(
        [empty.status, empty.stderr],
        [1, 'bartleby: There is no password on standard input.\n'],
      )
    })

    test('a refusal is one clear line with its code and trace id', async () => {
      const { status, stdout, stderr } = users('get', 'user_nobody')
      assert.deepEqual([status, stdout], [1, ''])
      assert.match(
        stderr,
        /^bartleby: GetUser was answered 404: No user was found with id user_nobody \(resource_not_found\) \[trace [0-9a-f]{32}\]\n$/,
      )
      const wrong = bartleby(['users', 'count'], { ...env, CLERK_SECRET_KEY: 'sk_test_wrong' })
      assert.equal(wrong.status, 1)
      assert.match(wrong.stderr, /^bartleby: [^\n]+ \(clerk_key_invalid\) \[trace [0-9a-f]{32}\]\n$/)
      assert(!wrong.stderr.includes('sk_test_wrong'))
    })

    test('the guide says what there is, and its commands run as printed', async () => {
      const guide = await readFile(join(root, 'docs/guides/users.md'), 'utf8')
      const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('')
      const npx = `npx() { shift; "${process.execPath}" "${file}" "$@"; }\n`
      const options = { cwd: tmpdir(), env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' } as const
      const { status, stdout, stderr } = spawnSync('sh', ['-ec', npx + commands], options)
      assert.deepEqual([status, stderr], [0, ''])
      assert.match(stdout, /^Name +Ada$[\s\S]*^Username +grace$/m)
      assert(stdout.includes(`${await apiText('/users?username=ada_l')}\n`))
      const help = ['list', 'count', 'create', 'update'].map((name) => outputOf(name, '--help')).join('')
      const inHelp = new Set(help.match(/--[a-z][a-z-]+/g))
      for (const option of inHelp) assert(option === '--help' || guide.includes(`${option}\``), option)
      for (const [option] of guide.matchAll(/--[a-z][a-z-]+/g)) assert(inHelp.has(option), option)
      for (const [, name] of outputOf('--help').matchAll(/^ {2}([a-z]+) (?:\[options\] )?(?:<id>)? +\S/gm))
        assert(name === 'help' || new RegExp(`\`${name}( <id>)?\``).test(guide), name)
    })

    test('what steers a terminal is not printed', async () => {
      const id = await created({ username: 'odd_name', first_name: 'red\u202eline' })
      const card = outputOf('get', id)
      assert.match(card, /^Name +red\?line$/m)
      assert.match(outputOf('list', '--username', 'odd_name'), / red\?line /)
      // This server stores no control characters; others may.
      const user = { ...(await readUser(server, id)), firstName: '\u001b[31mred\u0007\nline' }
      assert.match(userCard(user), /^Name +\?\[31mred\?\?line$/m)
      assert.match(userTable([user], 1), / \?\[31mred\?\?line /)
    })
  })

suite('bartleby users, without a server', () => {
  let data: string
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'bartleby-users-'))
  })
  after(() => rm(data, { recursive: true, force: true }))
  const env = () => ({ BARTLEBY_DATA: data })
  const lineOf = (args: string[], variables: Record<string, string> = env()) => {
    const { status, stdout, stderr } = bartleby(['users', ...args], variables)
    assert.deepEqual([status, stdout], [1, ''], stderr)
    return stderr
  }

  test('without a key it says where one could be', () => {
    assert.match(
      lineOf(['count']),
      /^bartleby: There is no secret key: \S+clerk\.env has none\. Set [^\n]+\n$/,
    )
  })

  test('a server that does not answer is named, the key is not', () => {
    const line = lineOf(['count', '--api-url', 'http://127.0.0.1:9'], {
      CLERK_SECRET_KEY: 'sk_test_some_key',
    })
    assert.match(
      line,
      /^bartleby: GetUsersCount got no answer from http:\/\/127\.0\.0\.1:9\/v1: [^\n]+ Is the server running\? [^\n]+\n$/,
    )
    assert(!line.includes('sk_test_some_key'))
  })

  test('key and address are found in the data folder of the server', async () => {
    const database = await freshDatabase('sqlite')
    const server = await spawnBartleby({ database: { ...database, secretKey: '', encryptionKey: '' } })
    try {
      // Its port was any free one: the address in the file is the one that it found.
      const { status, stdout, stderr } = bartleby(['users', 'count'], { BARTLEBY_DATA: database.data })
      assert.deepEqual([status, stdout, stderr], [0, '0\n', ''])
      await writeFile(
        join(data, 'clerk.env'),
        'CLERK_SECRET_KEY=sk_test_outdated\nCLERK_API_URL=http://127.0.0.1:9\n',
      )
      assert.match(lineOf(['count']), /got no answer from http:\/\/127\.0\.0\.1:9\/v1/)
      assert.match(lineOf(['count', '--api-url', server.url]), /\(clerk_key_invalid\)/)
    } finally {
      server.kill('SIGKILL')
      await server.exited
      await database.remove()
    }
  })

  test('what cannot be meant is refused before anything is sent', () => {
    const variables = { CLERK_SECRET_KEY: 'sk_test_some_key', CLERK_API_URL: 'http://127.0.0.1:9' }
    assert.match(lineOf(['list', '--limit', '501'], variables), /'501' is invalid.*from 1 to 500/)
    assert.match(lineOf(['list', '--limit', 'ten'], variables), /'ten' is invalid/)
    assert.match(lineOf(['get', '../instance'], variables), /must be the id of a user/)
    assert.match(
      lineOf(['update', 'user_1'], variables),
      /^bartleby: There is nothing to change: see --help\.\n$/,
    )
    assert.match(
      lineOf(['get', 'user_1', '--api-url', 'nonsense'], variables),
      /^bartleby: The server cannot be called: baseUrl must be [^\n]+\n$/,
    )
  })
})
