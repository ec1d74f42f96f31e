import { fsyncSync, openSync, writeSync } from 'node:fs'

/**
 * The ledger runs in a process of its own: what it has confirmed is on disk, whatever happens to the server
 * or to the test. Entries that arrive together share one fsync.
 */
const file = openSync(process.argv[2]!, 'a')
let lines: string[] = []
let last = 0

function flush() {
  let rest = Buffer.from(lines.join(''))
  lines = []
  while (rest.length > 0) rest = rest.subarray(writeSync(file, rest))
  fsyncSync(file)
  process.send!(last)
}

process.on('message', ({ id, line }: { id: number; line: string }) => {
  if (lines.length === 0) setImmediate(flush)
  lines.push(`${line}\n`)
  last = id
})
