import { globSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface TestOptions {
  /** Relative to the project. */
  readonly files: string[]
  readonly only?: string
  /** Rewrite docs/conformance.md instead of comparing it. */
  readonly update: boolean
  /** The whole gate, not a part of the tests. */
  readonly whole: boolean
}

export class WrongUsage extends Error {}

const usage = `npm test                  everything
npm test -- tests/api     these files or folders
npm test -- --only CRT-6  tests whose name matches
npm test -- --update      everything, and rewrite docs/conformance.md`

const exclude = (path: string) => /^(node_modules|dist|data|\.results)$/.test(path.split('/').at(-1)!)
const testsBelow = (folder: string) => globSync('**/*.test.ts', { cwd: folder, exclude })

function named(root: string, argument: string): string[] {
  const path = resolve(argument)
  const found = statSync(path, { throwIfNoEntry: false })
  const files = found?.isDirectory()
    ? testsBelow(path).map((file) => resolve(path, file))
    : found
      ? [path]
      : []
  const tests = files.filter((file) => file.endsWith('.test.ts'))
  if (tests.length === 0) throw new WrongUsage(`no tests in ${argument}\n\n${usage}`)
  return tests.map((file) => relative(root, file))
}

/** The id of a rule stands in the files that prove it; the others need not be started. */
const mayName = (root: string, file: string, only: string | undefined) =>
  !only || !/^[A-Z]{3}-\d*$/.test(only) || readFileSync(resolve(root, file), 'utf8').includes(only)

export function readOptions(root: string, args: string[]): TestOptions {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\n\n${usage}`)
  }
  const { values, positionals } = parsed
  const whole = positionals.length === 0 && !values.only && !process.env.DIALECTS
  if (values.update && !whole) throw new WrongUsage('--update needs a run of everything, on both engines')
  const files = positionals.length > 0 ? positionals.flatMap((path) => named(root, path)) : testsBelow(root)
  const wanted = [...new Set(files)].filter((file) => mayName(root, file, values.only)).sort()
  return { files: wanted, only: values.only, update: values.update ?? false, whole }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string' }, update: { type: 'boolean' } },
  })
}
