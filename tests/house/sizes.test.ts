import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesMatching, root, sourceOf, sources } from './project.ts'

/** STYLE.md: "A file holds one thing: at most 300 lines, a function at most 70." */
const fileLinesMax = 300
const functionLinesMax = 70
const scripts = filesMatching('{bin,server,examples}/**/*.{js,mjs,css}')

test(`no file written by hand has more than ${fileLinesMax} lines`, () => {
  const long = [...sources, ...scripts]
    .map((file) => ({ file, lines: sourceOf(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > fileLinesMax)
  assert.deepEqual(long, [])
})

interface Finding {
  readonly category: string
  readonly location: { readonly path: string; readonly start: { readonly line: number } }
}

/** Biome measures; `suite` and `describe` hold tests as a file does, they are no functions of their own. */
function longFunctions(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bartleby-sizes-'))
  const rule = { level: 'error', options: { maxLines: functionLinesMax, skipBlankLines: false } }
  const rules = { recommended: false, complexity: { noExcessiveLinesPerFunction: rule } }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, linter: { rules } }))
  try {
    const biome = join(root, 'node_modules', '.bin', 'biome')
    const args = ['lint', `--config-path=${folder}`, '--reporter=json', '--max-diagnostics=none']
    const { stdout } = spawnSync(biome, [...args, ...sources], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    const findings = (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics
    return findings
      .filter(({ category }) => category === 'lint/complexity/noExcessiveLinesPerFunction')
      .map(({ location: { path, start } }) => ({ path, line: start.line }))
      .filter(({ path, line }) => !/^\s*(suite|describe)\(/.test(sourceOf(path).split('\n')[line - 1]!))
      .map(({ path, line }) => `${path}:${line}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(`no function has more than ${functionLinesMax} lines`, () => {
  assert.deepEqual(longFunctions(), [])
})
