import { writeSync } from 'node:fs'
import { inspect } from 'node:util'

/** One line on file descriptor 3, for the process that runs this test file. */
export type Report =
  | { kind: 'waiting'; tests: number }
  | { kind: 'test'; name: string; outcome: 'pass' | 'fail' | 'skip'; ms: number; error?: string }

interface TestEvent {
  readonly type: string
  readonly data: {
    readonly name: string
    readonly nesting: number
    readonly skip?: unknown
    readonly todo?: unknown
    readonly details?: { readonly type?: string; readonly duration_ms: number; readonly error?: Failure }
  }
}
type Failure = Error & { readonly failureType?: string }

const report = (line: Report) => writeSync(3, `${JSON.stringify(line)}\n`)
const errorLinesMax = 30

/** The message, and of the stack what lies in this project. */
function describe(error: Failure): string {
  const cause = error.cause ?? error
  if (!(cause instanceof Error)) return inspect(cause)
  const root = `${process.cwd()}/`
  const places = (cause.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at ') && !/node:|node_modules/.test(line))
    .map((line) => line.replace('file://', '').replace(root, ''))
  const message = cause.message.split('\n').slice(0, errorLinesMax)
  return [`${cause.name}: ${message.join('\n')}`, ...places.slice(0, 4)].join('\n')
}

/** Tells every test as it ends, and how many are still to come: a file that then does not end has left something open. */
export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const names: string[] = []
  let waiting = 0
  for await (const { type, data } of events) {
    if (type === 'test:enqueue' && data.nesting === 0) report({ kind: 'waiting', tests: ++waiting })
    if (type === 'test:complete' && data.nesting === 0) report({ kind: 'waiting', tests: --waiting })
    if (type === 'test:start') names[data.nesting] = data.name
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const { details } = data
    const error = type === 'test:fail' ? details?.error : undefined
    const isSuite = details?.type === 'suite'
    // A suite fails with its tests, which have been told; alone it fails by its hooks only.
    if (isSuite && (!error || error.failureType === 'subtestsFailed')) continue
    report({
      kind: 'test',
      name: [...names.slice(0, data.nesting), data.name].join(' > '),
      outcome: error ? 'fail' : data.skip !== undefined || data.todo !== undefined ? 'skip' : 'pass',
      ms: Math.round(details?.duration_ms ?? 0),
      ...(error ? { error: describe(error) } : {}),
    })
  }
  yield ''
}
