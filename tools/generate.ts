import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generatedDifferences, generatedFiles } from './generate/generated-files.ts'
import { root } from './generate/root.ts'

/**
 * `npm run generate` writes what is made from the contract and removes what no longer is.
 * With `--check` it changes nothing, names every file that differs and exits with 1.
 */
const files = generatedFiles()
const differences = generatedDifferences(files)
const check = process.argv.includes('--check')

for (const { path, kind } of differences) {
  console.log(`${kind}: ${path}`)
  if (check) continue
  const text = files.get(path)
  mkdirSync(dirname(join(root, path)), { recursive: true })
  if (text === undefined) rmSync(join(root, path))
  else writeFileSync(join(root, path), text)
}
if (check && differences.length > 0) {
  console.error('Run `npm run generate` and commit the result.')
  process.exitCode = 1
}
