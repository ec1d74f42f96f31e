import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '..', '..')
const isWindows = process.platform === 'win32'
const npm = isWindows ? 'npm.cmd' : 'npm'
const upWithinMs = 60_000
const run = promisify(execFile)

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** What `npm pack` made, and a folder where it is installed, as on a machine that has nothing else of us. */
suite('the package', { timeout: 600_000, concurrency: false }, () => {
  let folder: string
  let app: string
  let packed: Packed
  let serving: ChildProcess | undefined

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bartleby-package-'))
    app = join(folder, 'app')
    await mkdir(app)
    const { stdout } = await run(npm, ['pack', '--json', '--pack-destination', folder], {
      cwd: root,
      shell: isWindows,
    })
    packed = JSON.parse(stdout.slice(stdout.indexOf('[')))[0]
    const options = ['install', '--no-audit', '--no-fund', '--prefer-offline']
    await run(npm, [...options, join(folder, packed.filename)], { cwd: app, shell: isWindows })
  })
  after(async () => {
    if (serving?.exitCode === null) serving.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  /** Starts a command that serves, in a process group of its own, and waits for its health and banner. */
  async function serve(command: string, args: string[]) {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      BARTLEBY_PORT: String(port),
      BARTLEBY_PUBLIC_URL: url,
      BARTLEBY_DATA: join(folder, 'data'),
    }
    serving = spawn(command, args, { cwd: app, env, detached: !isWindows, shell: isWindows })
    const child = serving
    let output = ''
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (output += text))
    const givenUpAt = Date.now() + upWithinMs
    while (Date.now() < givenUpAt && child.exitCode === null) {
      const health = await fetch(`${url}/health`).catch(() => undefined)
      if (health?.status === 200 && output.includes(url)) return { url, child, health: await health.json() }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`not up:\n${output}`)
  }

  test('it holds JavaScript, the texts of mails and papers, neither TypeScript nor tests', () => {
    const paths = packed.files.map(({ path }) => path)
    assert.deepEqual(
      paths.filter(
        (path) =>
          !/^(dist\/.+\.js(on)?|dist\/server\/mail\/templates\/[a-z-]+\.(html|txt)|bin\/bartleby\.js|package\.json|[A-Z]+\.md|LICENSE)$/.test(
            path,
          ),
      ),
      [],
    )
    assert.deepEqual(
      paths.filter((path) => /\.test\.|^dist\/(tests|tools)\//.test(path)),
      [],
    )
    for (const path of [
      'dist/server/main.js',
      'dist/package.json',
      'bin/bartleby.js',
      'README.md',
      'LICENSE',
    ])
      assert.ok(paths.includes(path), path)
  })

  test('[SRV-19] installed into an empty folder it serves with npx', async () => {
    const { url, child, health } = await serve('npx', ['bartleby', 'serve'])
    assert.deepEqual(health, { status: 'ok' })
    const lines = await readFile(join(folder, 'data', 'clerk.env'), 'utf8')
    const key = /^CLERK_SECRET_KEY=(.+)$/m.exec(lines)?.[1]
    const users = await fetch(`${url}/v1/users`, { headers: { authorization: `Bearer ${key}` } })
    assert.equal(users.status, 200)
    assert.deepEqual(await users.json(), [])
    // npx does not pass signals on: the whole group gets it, as it does from a terminal.
    process.kill(isWindows ? child.pid! : -child.pid!, 'SIGINT')
    await once(child, 'exit')
    await assert.rejects(fetchUntilRefused(url), /fetch failed/)
  })

  test('its commands call the API with the SDK that it carries', async () => {
    const bin = join(app, 'node_modules', 'bartleby', 'bin', 'bartleby.js')
    const { child } = await serve(process.execPath, [bin, 'serve'])
    const env = { PATH: process.env.PATH, BARTLEBY_DATA: join(folder, 'data') }
    const users = (...args: string[]) => run(process.execPath, [bin, 'users', ...args], { cwd: app, env })
    const created = await users('create', '--email-address', 'ada@example.com', '--json')
    assert.equal(JSON.parse(created.stdout).email_addresses[0].email_address, 'ada@example.com')
    assert.equal((await users('count')).stdout, '1\n')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  })

  test('[SRV-19] its server ends with 0 on SIGTERM', async () => {
    const bin = join(app, 'node_modules', 'bartleby', 'bin', 'bartleby.js')
    const { child } = await serve(process.execPath, [bin, 'serve'])
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const [code] = await ended
    assert.equal(code, isWindows ? null : 0)
  })
})

async function fetchUntilRefused(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await fetch(`${url}/health`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
