import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type RunningCommand, runBartleby } from '#tests/spawned-server.ts'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

const readme = await readFile(join(root, 'README.md'), 'utf8')
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code!)

let folder: string
let server: RunningCommand

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bartleby-readme-'))
  for (const name of ['node_modules', 'examples']) await symlink(join(root, name), join(folder, name))
  server = runBartleby(['serve'], {
    BARTLEBY_DATA: join(folder, 'data'),
    BARTLEBY_PORT: '0',
    BARTLEBY_PUBLIC_URL: '',
  })
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

/** Runs a block as printed, in a folder that looks like the checkout. */
async function asPrinted(code: string): Promise<string> {
  const env = { PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, HOME: folder }
  const { stdout } = await run('bash', ['-euc', code], { cwd: folder, env })
  return stdout
}

test('[DOC-5] the curl examples of the README run as printed', async () => {
  const block = blocks('sh').find((code) => code.includes('curl'))
  assert.ok(block)
  const [created, listed] = (await asPrinted(block))
    .match(/^(\{.*\})(\[.*\])$/s)!
    .slice(1)
    .map((text) => JSON.parse(text))
  assert.equal(created.first_name, 'Ada')
  assert.equal(created.email_addresses[0].email_address, 'ada@example.com')
  assert.deepEqual(listed, [created])
})

test('[DOC-5] the example with the official SDK is the file in examples/, and runs as printed', async () => {
  const [code] = blocks('js')
  assert.equal(code, await readFile(join(root, 'examples', 'manage-users', 'index.mjs'), 'utf8'))
  const block = blocks('sh').find((text) => text.includes('examples/manage-users'))
  assert.ok(block)
  assert.match(await asPrinted(block), /^1 found; the newest has \{ plan: \{ seats: 3 \} \}\n$/)
})

test('[DOC-5] the README shows the two commands that install and start, and install and test', () => {
  assert.ok(blocks('sh').includes('npm ci && npm start\n'))
  assert.ok(blocks('sh').includes('npm ci && npm test\n'))
})
