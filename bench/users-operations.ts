/**
 * How long do the operations take and how many does one process answer, on each engine? Every write is
 * durable before it is answered. Run: node bench/users-operations.ts
 */
import { type Engine, freshDatabase } from '#tests/engines.ts'
import { globalSetup, globalTeardown } from '#tests/global-setup.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { keep, quantile, rounded } from './machine.ts'

const parallel = 16
const requestsEach = 2000

async function measure(engine: Engine) {
  const database = await freshDatabase(engine)
  const server = await spawnBartleby({ database })
  const headers = { authorization: `Bearer ${database.secretKey}`, 'content-type': 'application/json' }
  const ids: string[] = []
  const pick = () => ids[Math.floor(Math.random() * ids.length)]!
  const call = async (method: string, path: string, body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await fetch(`${server.url}/v1${path}`, { method, headers, body: text })
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const operations: Record<string, (i: number) => Promise<unknown>> = {
    create: async (i) => {
      const user = (await call('POST', '/users', {
        email_address: [`user${i}@example.com`],
        first_name: `N${i}`,
      })) as {
        id: string
      }
      ids.push(user.id)
    },
    get: () => call('GET', `/users/${pick()}`),
    update: (i) => call('PATCH', `/users/${pick()}`, { last_name: `L${i}` }),
    merge_metadata: (i) =>
      call('PATCH', `/users/${pick()}/metadata`, { public_metadata: { [`k${i % 50}`]: i } }),
    list_10: () => call('GET', '/users'),
    search_email: (i) => call('GET', `/users?email_address=user${i}%40example.com`),
    count: () => call('GET', '/users/count'),
  }
  const result: Record<string, object> = {}
  for (const [name, operation] of Object.entries(operations)) {
    const took: number[] = []
    let next = 0
    const began = performance.now()
    const worker = async () => {
      while (next < requestsEach) {
        const i = next++
        const start = performance.now()
        await operation(i)
        took.push(performance.now() - start)
      }
    }
    await Promise.all(Array.from({ length: parallel }, worker))
    const seconds = (performance.now() - began) / 1000
    result[name] = {
      p50_ms: rounded(quantile(took, 0.5)),
      p99_ms: rounded(quantile(took, 0.99)),
      per_second: Math.round(requestsEach / seconds),
    }
    console.log(engine, name, result[name])
  }
  server.kill()
  await server.exited
  await database.remove()
  return result
}

await globalSetup()
try {
  keep('users-operations', {
    parallel,
    requests_each: requestsEach,
    sqlite: await measure('sqlite'),
    postgres: await measure('postgres'),
  })
} finally {
  await globalTeardown()
}
