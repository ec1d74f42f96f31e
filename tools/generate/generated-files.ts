import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { operations } from '#contract/operations.ts'
import { sdkNames } from '#contract/sdk-names.ts'
import { referenceFiles } from './reference.ts'
import { root } from './root.ts'
import { sdkFiles } from './sdk.ts'

/** What is in these folders is generated, all of it. */
const folders = ['docs/reference', 'sdk/src/generated']

/** Every generated file: its path below the root of the project, and its text. */
export const generatedFiles = (): Map<string, string> =>
  new Map([...referenceFiles(), ...sdkFiles(operations, sdkNames)])

export interface Difference {
  readonly path: string
  readonly kind: 'missing' | 'outdated' | 'left over'
}

const slashes = (path: string) => path.split(sep).join('/')

const filesIn = (folder: string): string[] =>
  globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(join(entry.parentPath, entry.name)).slice(slashes(root).length + 1))

/** Where the files on disk are not what the contract says. */
export function generatedDifferences(files: ReadonlyMap<string, string>): Difference[] {
  const present = folders.flatMap(filesIn)
  const leftOver = present.filter((path) => !files.has(path))
  const differing = [...files].flatMap(([path, text]): Difference[] => {
    if (!present.includes(path)) return [{ path, kind: 'missing' }]
    return readFileSync(join(root, path), 'utf8') === text ? [] : [{ path, kind: 'outdated' }]
  })
  return [...differing, ...leftOver.map((path): Difference => ({ path, kind: 'left over' }))]
}
