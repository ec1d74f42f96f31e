import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { variableNames } from '#server/settings/environment.ts'
import { readSettings } from '#server/settings/read-settings.ts'

const guide = await readFile(join(import.meta.dirname, '../../docs/guides/settings.md'), 'utf8')
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
const cellsOf = (name: string) => rows.find(([, first]) => first === `\`${name}\``)

/** Every setting that is no object, by path. */
function* leaves(value: unknown, path: string): Generator<[path: string, fallback: unknown]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return yield [path, value]
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path ? `${path}.${key}` : key)
}

suite('the guide to the settings', () => {
  test('names every variable', () => {
    for (const name of variableNames) assert(cellsOf(name), name)
  })

  test('names every setting with its default', () => {
    const { attributes, ...others } = readSettings({})
    for (const [path, fallback] of leaves(others, '')) {
      assert.equal(cellsOf(path)?.[2]?.replace(/^`+|`+$/g, ''), JSON.stringify(fallback), path)
    }
    for (const [name, switches] of Object.entries(attributes)) {
      assert.deepEqual(cellsOf(name)?.slice(2, 6), Object.values(switches).map(String), name)
    }
  })

  test('has examples that can be read', () => {
    const examples = [...guide.matchAll(/^```json\n(.*?)^```/gms)].map(([, text]) => text!)
    assert(examples.length > 1)
    for (const text of examples) readSettings(JSON.parse(text))
  })
})
