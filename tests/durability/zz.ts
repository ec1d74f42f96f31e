import { freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { killLoop } from './kill-loop.ts'

const database = await freshDatabase('sqlite')
const t = performance.now()
const r = await killLoop({
  database,
  spawn: spawnBartleby,
  kills: 10,
  acknowledgements: 1700,
  seed: 5,
  progress: (l) => console.log(l),
})
const u = process.cpuUsage()
console.log(
  'wall',
  performance.now() - t,
  'test process cpu',
  u.user / 1e6,
  u.system / 1e6,
  r.problems.length,
  process.resourceUsage().maxRSS / 1e3,
)
await database.remove()
