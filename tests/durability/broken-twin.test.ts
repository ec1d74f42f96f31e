import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engines, freshDatabase } from '#tests/engines.ts'
import type { Problem } from './accounts.ts'
import { killLoop } from './kill-loop.ts'
import { type Breakage, brokenTwin } from './twin.ts'

const timeout = 300_000

const breakages: (Breakage & { name: string; kind: Problem['kind']; what: RegExp })[] = [
  {
    name: 'a server that answers a create before it commits is caught: acknowledged users are lost',
    kind: 'lost',
    what: /is missing/,
    file: 'server/users/create-user.ts',
    line: /^ {4}(world\.users\.insert\(.*\)),$/,
    instead: '    Promise.resolve(void setTimeout(() => $1.catch(() => {}), 50 + Math.random() * 150)),',
  },
  {
    name: 'a server that writes without transactions is caught: users are half there',
    kind: 'half-applied',
    what: /^/,
    file: 'server/storage/database.ts',
    line: /^(\s*)return await this\.dialect\.kysely\.transaction\(\).*\.execute\(run\)$/,
    instead: '$1return await run(this.dialect.kysely as never)',
  },
  {
    name: 'a server that answers an upload before its file is there is caught: pictures are lost',
    kind: 'lost',
    what: /the picture .* is not shown/,
    file: 'server/storage/image-folder.ts',
    line: /^( *if \(!isKept\)) await (writeDurably\(.*\))$/,
    instead: '$1 setTimeout(() => $2.catch(() => {}), 1000 + Math.random() * 1000)',
  },
]

for (const engine of engines)
  for (const { name, kind, what, ...breakage } of breakages)
    test(`[DUR-4] ${name} (${engine})`, { timeout }, async (t) => {
      const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 1_000_000)
      const database = await freshDatabase(engine)
      const twin = await brokenTwin(breakage)
      try {
        const { problems } = await killLoop({
          database,
          spawn: twin.spawn,
          kills: 4,
          acknowledgements: 400,
          seed,
          progress: (line) => t.diagnostic(line),
        })
        const found = problems.filter((problem) => problem.kind === kind && what.test(problem.text))
        t.diagnostic(`${found.length} of ${problems.length} problems are "${kind}": ${found[0]?.text}`)
        assert.ok(found.length > 0, `LEDGER_SEED=${seed}: nothing ${kind} was found`)
      } finally {
        await twin.remove()
        await database.remove()
      }
    })
