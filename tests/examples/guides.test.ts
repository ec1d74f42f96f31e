import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { readEnvironment } from '#server/settings/environment.ts'
import { engines, freshDatabase } from '#tests/engines.ts'
import { type RunningCommand, runBartleby } from '#tests/spawned-server.ts'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

/** The blocks of a guide that a shell runs. */
async function blocksOf(guide: string): Promise<string[]> {
  const text = await readFile(join(root, 'docs', 'guides', `${guide}.md`), 'utf8')
  return [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, code]) => code!.replaceAll(/^ +/gm, ''))
}

/** The one that has these words. */
async function blockOf(guide: string, words: string): Promise<string> {
  const found = (await blocksOf(guide)).find((code) => code.includes(words))
  assert.ok(found, `${guide} has no example with ${words}`)
  return found
}

let folder: string
let server: RunningCommand

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bartleby-guides-'))
  const bin = join(folder, 'app', 'node_modules', '.bin')
  await mkdir(bin, { recursive: true })
  await symlink(join(root, 'bin', 'bartleby.js'), join(bin, 'bartleby'))
  const data = join(folder, 'app', 'data')
  const env = { BARTLEBY_DATA: data, BARTLEBY_PORT: '0', BARTLEBY_PUBLIC_URL: '' }
  server = runBartleby(['serve'], env)
  const givenUpAt = Date.now() + 20_000
  while (!server.stdout().includes('CLERK_API_URL=')) {
    if (Date.now() > givenUpAt) throw new Error(server.output())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
})

after(async () => {
  server.kill()
  await server.exited
  await rm(folder, { recursive: true, force: true })
})

const addressOfServer = () => /CLERK_API_URL=(\S+)/.exec(server.stdout())![1]!

/** Runs a block as printed, where Bartleby is installed and has run; the port alone is not the usual one. */
async function asPrinted(code: string, more: Record<string, string> = {}) {
  const env = {
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    HOME: folder,
    BARTLEBY_PUBLIC_URL: addressOfServer(),
    ...more,
  }
  return run('bash', ['-euc', code], { cwd: join(folder, 'app'), env })
}

test('[DOC-5] the backup of the guide is made as printed', async () => {
  const [block] = await blocksOf('backup')
  const { stdout } = await asPrinted(block!)
  const [file] = (await readdir(join(folder, 'app'))).filter((name) => name.endsWith('.backup'))
  assert.match(file!, /^users-\d{4}-\d\d-\d\d\.backup$/)
  assert.ok(stdout.includes(file!), stdout)
})

test('[DOC-5] a backup is restored into another folder as printed, up to the start', async () => {
  const [file] = (await readdir(join(folder, 'app'))).filter((name) => /^users-.*backup$/.test(name))
  const [restore, serve] = (await blockOf('backup', './restored')).trim().split('\n')
  assert.equal(serve, 'BARTLEBY_DATA=./restored npx bartleby serve')
  await mkdir(join(folder, 'app', 'restored'))
  await cp(join(folder, 'app', 'data', 'encryption-key'), join(folder, 'app', 'restored', 'encryption-key'))
  const { stdout } = await asPrinted(restore!.replace('users-2026-05-12.backup', file!))
  assert.match(stdout, /restored/)
})

test('[DOC-5] the move to PostgreSQL runs as printed, up to the start', {
  skip: !engines.includes('postgres') && 'PostgreSQL is not among the engines',
}, async () => {
  const block = await blockOf('backup', 'move.backup')
  const database = await freshDatabase('postgres')
  const printed = 'postgres://bartleby@db.internal:5432/users'
  assert.ok(block.includes(printed) && block.endsWith('npx bartleby serve\n'))
  const there = block.replace(printed, database.databaseUrl).replace('npx bartleby serve\n', '')
  const { stdout } = await asPrinted(there)
  assert.match(stdout, /restored/)
  await database.remove()
})

test('[DOC-5] doctor finds nothing, also in the variables of an app', async () => {
  const [plain, ofApp] = await blocksOf('doctor')
  assert.ok((await asPrinted(plain!)).stdout.length > 0)
  await mkdir(join(folder, 'my-app'), { recursive: true })
  const lines = await readFile(join(folder, 'app', 'data', 'clerk.env'), 'utf8')
  await writeFile(join(folder, 'my-app', '.env'), lines)
  assert.match((await asPrinted(ofApp!)).stdout, /CLERK_SECRET_KEY/)
})

test('[DOC-5] the digest of the guide to passwords is imported as printed', async () => {
  const [block] = await blocksOf('passwords')
  const { stdout } = await asPrinted(`set -a; . data/clerk.env; set +a\n${block}`)
  assert.equal(JSON.parse(stdout).password_enabled, true)
})

test('[DOC-5] the keys of the guide are shown, made and rotated as printed', async () => {
  const shown = await asPrinted(await blockOf('keys', 'cat data/clerk.env'))
  assert.match(shown.stdout, /^CLERK_SECRET_KEY=sk_test_/m)
  const keys = await asPrinted(
    `${await blockOf('keys', 'openssl')}echo "$BARTLEBY_SECRET_KEY $BARTLEBY_ENCRYPTION_KEY"`,
  )
  const [secretKey, encryptionKey] = keys.stdout.trim().split(' ')
  const live = { BARTLEBY_ENVIRONMENT: 'live', BARTLEBY_SECRET_KEY: secretKey }
  assert.equal(readEnvironment({ ...live, BARTLEBY_ENCRYPTION_KEY: encryptionKey }).secretKey, secretKey)
  await asPrinted(await blockOf('keys', 'keys add'))
  const firstValid = async () => {
    const { stdout } = await asPrinted('npx bartleby keys list')
    return stdout
      .split('\n')
      .find((line) => line.includes('valid'))!
      .split(' ')[0]!
  }
  const rotations = (await blockOf('keys', 'keys rotate')).trim().split('\n')
  for (const line of rotations) await asPrinted(line.replace('key_2x…', await firstValid()))
  await asPrinted((await blockOf('keys', 'keys revoke')).replace('key_2x…', await firstValid()))
})

test('[DOC-5] the signing key is exchanged as the guide to tokens prints it', async () => {
  const [rotate, revoke] = await blocksOf('tokens')
  const first = await asPrinted(rotate!)
  const second = await asPrinted(revoke!)
  for (const { stdout } of [first, second]) assert.match(stdout, /^ins_\w{27}\n$/)
  assert.match(first.stderr, /in 90 seconds/)
})

test('[DOC-5] the variables of the guide to settings are read', async () => {
  const [block] = await blocksOf('settings')
  const lines = block!
    .trim()
    .split('\n')
    .map((line) => line.split('='))
  assert.equal(readEnvironment(Object.fromEntries(lines)).publicUrl, 'https://auth.example.com')
})

test('[DOC-5] somebody signs in as the guide prints it, by password, by code and by invitation', async () => {
  const lines = await readFile(join(folder, 'app', 'data', 'clerk.env'), 'utf8')
  const secretKey = /CLERK_SECRET_KEY=(\S+)/.exec(lines)![1]!
  const people = [
    { email_address: ['ada@example.com'], password: 'Correct-Horse-9!' },
    { email_address: ['grace+clerk_test@example.com'] },
  ]
  for (const body of people)
    await fetch(`${addressOfServer()}/v1/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (const block of await blocksOf('sign-in')) {
    const variables = { CLERK_API_URL: addressOfServer(), CLERK_SECRET_KEY: secretKey }
    const { stdout } = await asPrinted(block, variables)
    const { response, client } = JSON.parse(stdout)
    assert.equal(response.status, 'complete')
    assert.equal(client.sessions.length, 1)
  }
})

/** The last test: with the allowlist on, nobody else comes in. */
test('[DOC-5] people are invited and listed as the guide prints it', async () => {
  const lines = await readFile(join(folder, 'app', 'data', 'clerk.env'), 'utf8')
  const secretKey = /CLERK_SECRET_KEY=(\S+)/.exec(lines)![1]!
  const variables = { CLERK_API_URL: addressOfServer(), CLERK_SECRET_KEY: secretKey }
  const printed: string[] = []
  for (const block of await blocksOf('who-may-sign-up'))
    printed.push((await asPrinted(block, variables)).stdout)
  assert.match(JSON.parse(printed[0]!).url, /\?ticket=/)
  assert.match(printed[1]!, /"identifier":"\*@example\.com".*"allowlist":true/)
  assert.equal(JSON.parse(printed[2]!).url, 'https://app.example.com/welcome')
})
