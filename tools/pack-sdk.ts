import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Makes sdk/dist, which the package carries: JavaScript and declarations. The compiler leaves `.ts` in the
 * imports of declarations, which not every version of it can follow in a package.
 */
const root = resolve(import.meta.dirname, '..')
const sdk = join(root, 'sdk')

rmSync(join(sdk, 'dist'), { recursive: true, force: true })
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json'], {
  cwd: sdk,
  stdio: 'inherit',
})
for (const file of globSync('dist/**/*.d.ts', { cwd: sdk })) {
  const path = join(sdk, file)
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(\bfrom '\.[^'\n]*)\.ts'/g, "$1.js'"))
}
process.exitCode = status ?? 1
