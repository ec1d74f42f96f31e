import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix, resolve, sep } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

const exclude = (path: string) => /^(node_modules|dist|data|\.git|\.results)$/.test(path.split(sep).at(-1)!)

/** Files of the checkout, relative to it, with forward slashes. */
export const filesMatching = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude })
    .map((file) => file.replaceAll(sep, '/'))
    .sort()

export const sourceOf = (file: string): string => readFileSync(resolve(root, file), 'utf8')
export const exists = (file: string): boolean => existsSync(resolve(root, file))

/** Everything that is written by hand in TypeScript. */
export const sources = filesMatching(
  '{contract,server,sdk,dashboard,tests,tools,bench,examples}/**/*.ts',
).filter((file) => !file.includes('/generated/'))

const statement = /^(?:import|export)\s(?:type\s)?(?:[\w*\s{},$]+\sfrom\s)?['"]([^'"]+)['"]/gm
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g

/** The specifiers that a file imports or exports from, as written. */
export function specifiersOf(file: string): string[] {
  const text = sourceOf(file)
  // Examples hold programs of others, which import what they like.
  const source = file.startsWith('contract/examples/') ? text.replaceAll(/`[^`]*`/g, '``') : text
  return [...source.matchAll(statement), ...source.matchAll(call)].map((match) => match[1]!)
}

/** The file that a specifier of the project names; a package or built-in module stays as it is. */
export function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  return specifier.replace(/^#(contract|server|tests)\//, '$1/').replace(/^#sdk\//, 'sdk/src/')
}

/** What a file imports: files of the project, packages and built-in modules. */
export const importsOf = (file: string): string[] =>
  specifiersOf(file).map((specifier) => targetOf(file, specifier))
