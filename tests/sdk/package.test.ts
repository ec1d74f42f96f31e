import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { promisify } from 'node:util'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { onPlatform, program, tokensProgram } from '#tests/sdk/sample-program.ts'

const root = resolve(import.meta.dirname, '..', '..')
const isWindows = process.platform === 'win32'
const npm = isWindows ? 'npm.cmd' : 'npm'
const run = promisify(execFile)

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** A Node of that version on the PATH, apart from the one that the project installs. */
async function findNode(major: number): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder.includes('node_modules')) continue
    const node = join(folder, isWindows ? 'node.exe' : 'node')
    const version = await run(node, ['-p', 'process.versions.node']).catch(() => undefined)
    if (version?.stdout.startsWith(`${major}.`)) return node
  }
  return undefined
}

/** What programs know of their platform, from nothing at all to all of it. */
const platforms = {
  'no platform': { lib: ['es2022'], types: [] },
  'a browser': { lib: ['es2022', 'dom'], types: [] },
  Node: { lib: ['es2022'], types: ['node'], typeRoots: [join(root, 'node_modules', '@types')] },
}

suite('the package of the SDK, installed alone', { timeout: 600_000, concurrency: false }, () => {
  let folder: string
  let app: string
  let packed: Packed
  let server: TestServer

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bartleby-sdk-'))
    app = join(folder, 'app')
    await mkdir(app)
    server = await startServer('sqlite')
    const args = ['pack', '--workspace', 'sdk', '--json', '--pack-destination', folder]
    const { stdout } = await run(npm, args, { cwd: root, shell: isWindows })
    packed = JSON.parse(stdout.slice(stdout.indexOf('[')))[0]
    await writeFile(join(app, 'package.json'), '{ "private": true, "type": "module" }')
    const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)]
    await run(npm, install, { cwd: app, shell: isWindows })
  })
  after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const variables = () => ({
    PATH: process.env.PATH,
    CLERK_SECRET_KEY: server.secretKey,
    CLERK_API_URL: server.url,
  })

  async function compile(compilerOptions: object, source = program): Promise<void> {
    const options = {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      target: 'es2022',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      ...compilerOptions,
    }
    await writeFile(join(app, 'program.ts'), source)
    const config = { compilerOptions: options, files: ['program.ts'] }
    await writeFile(join(app, 'tsconfig.json'), JSON.stringify(config))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const failed = await run(process.execPath, [tsc, '-p', app]).then(
      () => undefined,
      (error: { stdout: string }) => error.stdout,
    )
    assert.equal(failed, undefined)
  }

  test('it holds JavaScript, declarations and papers, and needs one package, for tokens', async () => {
    const paths = packed.files.map(({ path }) => path)
    const expected = /^(dist\/[\w/-]+(\.js|\.d\.ts)|package\.json|README\.md|LICENSE)$/
    assert.deepEqual(
      paths.filter((path) => !expected.test(path)),
      [],
    )
    for (const path of ['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE'])
      assert.ok(paths.includes(path), path)
    const manifest = JSON.parse(await readFile(join(app, 'node_modules/bartleby-sdk/package.json'), 'utf8'))
    assert.deepEqual(manifest.dependencies, { jose: '6.2.18' })
    assert.equal(manifest.peerDependencies, undefined)
    for (const path of paths.filter((path) => path.endsWith('.js') && !path.startsWith('dist/tokens/')))
      assert.doesNotMatch(await readFile(join(app, 'node_modules/bartleby-sdk', path), 'utf8'), /from 'jose'/)
    assert.equal(
      await readFile(join(root, 'sdk', 'LICENSE'), 'utf8'),
      await readFile(join(root, 'LICENSE'), 'utf8'),
    )
  })

  test('what it needs came without the network, and needs nothing itself', async () => {
    const listed = await readdir(join(app, 'node_modules'))
    assert.deepEqual(
      listed.filter((name) => !name.startsWith('.')),
      ['bartleby-sdk', 'jose'],
    )
  })

  for (const [name, options] of Object.entries(platforms))
    for (const [kind, source] of Object.entries({ program, 'check of tokens': tokensProgram }))
      test(`a ${kind} that knows ${name} compiles under strict rules`, () =>
        compile({ ...options, noEmit: true }, source))

  for (const name of ['a browser', 'Node'] as const)
    test(`what ${name} has for requests and for ending them fits`, () =>
      compile({ ...platforms[name], noEmit: true }, onPlatform))

  const printed = '1 of 1\nGrace -> pro\nNotFoundError resource_not_found\n0 left\n'
  const verdicts = 'true true\n1 of 1\ntoken_class\ntoken_signature\ntoken_malformed\n'
  for (const major of [20, 24])
    test(`the programs run on Node ${major}`, async (context) => {
      const own = process.versions.node.startsWith(`${major}.`)
      const node = own ? process.execPath : await findNode(major)
      if (!node) return context.skip(`there is no Node ${major} on the PATH`)
      const outputOf = async (source: string) => {
        await compile({ ...platforms['no platform'], outDir: 'out' }, source)
        // A timer that is left behind would keep the process for as long as a call may take.
        const options = { cwd: app, env: variables(), timeout: 20_000 }
        return (await run(node, [join('out', 'program.js')], options)).stdout
      }
      assert.equal(await outputOf(program), printed)
      assert.equal(await outputOf(tokensProgram), verdicts)
    })

  const fences = /```js\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g
  for (const paper of ['README.md', 'sdk/README.md', 'docs/guides/sdk.md', 'docs/guides/tokens.md'])
    test(`the examples of ${paper} run as printed`, async () => {
      const text = await readFile(join(root, paper), 'utf8')
      const examples = [...text.matchAll(fences)].filter(([, code]) => code!.includes("'bartleby-sdk'"))
      assert(examples.length > 0)
      for (const [, code, output] of examples) {
        await writeFile(join(app, 'example.mjs'), code!)
        const { stdout } = await run(process.execPath, ['example.mjs'], { cwd: app, env: variables() })
        assert.equal(stdout, output, code)
      }
    })

  test('the guide shows the commands that make and install the package', async () => {
    const guide = await readFile(join(root, 'docs/guides/sdk.md'), 'utf8')
    assert.match(guide, /^npm ci && npm pack -w sdk$/m)
    assert(guide.includes(`\nnpm install ./${packed.filename}\n`), packed.filename)
  })
})
