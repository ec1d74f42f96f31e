/**
 * How long is it from `bartleby serve` to the first answered request, on an empty folder and on one that is
 * there, and from SIGTERM to the end? Run: node bench/start-time.ts
 */
import { freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { keep, quantile, rounded } from './machine.ts'

const rounds = 10
const database = await freshDatabase('sqlite')
const times: Record<'first_start' | 'later_start' | 'stop', number[]> = {
  first_start: [],
  later_start: [],
  stop: [],
}

async function round(kind: 'first_start' | 'later_start', on: typeof database) {
  const began = performance.now()
  const server = await spawnBartleby({ database: on })
  const answer = await fetch(`${server.url}/v1/users`, {
    headers: { authorization: `Bearer ${on.secretKey}` },
  })
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
  times[kind].push(performance.now() - began)
  const ended = performance.now()
  server.kill()
  await server.exited
  times.stop.push(performance.now() - ended)
}

for (let i = 0; i < rounds; i++) {
  const fresh = await freshDatabase('sqlite')
  await round('first_start', fresh)
  await fresh.remove()
  await round('later_start', database)
}
await database.remove()

keep(
  'start-time',
  Object.fromEntries(
    Object.entries(times).map(([kind, figures]) => [
      kind,
      { median_ms: rounded(quantile(figures, 0.5), 0), max_ms: rounded(Math.max(...figures), 0) },
    ]),
  ),
)
