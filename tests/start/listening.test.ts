import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, suite, test } from 'node:test'
import { freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

const started: { server: SpawnedServer; database: TestDatabase }[] = []
after(async () => {
  for (const { server, database } of started) {
    server.kill()
    await server.exited
    await database.remove()
  }
})

async function start(env: Record<string, string> = {}, port = 0) {
  const database = await freshDatabase('sqlite')
  const server = await spawnBartleby({ database, env, port })
  started.push({ server, database })
  return server
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** The address that the log has for the request, once it is there. */
async function loggedIp(server: SpawnedServer, route: string): Promise<unknown> {
  const givenUpAt = Date.now() + 5000
  while (Date.now() < givenUpAt) {
    const line = server
      .output()
      .split('\n')
      .findLast((text) => text.includes(`"route":"${route}"`))
    if (line) return JSON.parse(line).ip
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(server.output())
}

suite('listening', () => {
  test('[SRV-4] host and port say where it listens', async () => {
    const port = await freePort()
    const server = await start({ BARTLEBY_HOST: '127.0.0.2' }, port)
    assert.equal(server.url, `http://127.0.0.2:${port}`)
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health`))
  })

  test('[SRV-7] health answers once the server is up, to anybody', async () => {
    const server = await start()
    const answer = await fetch(`${server.url}/health`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/json')
    assert.equal(await answer.text(), '{"status":"ok"}')
  })

  const forwarded = { headers: { 'x-forwarded-for': '203.0.113.9' } }
  test('[SRV-17] forwarding headers of a stranger are not believed', async () => {
    const server = await start({ BARTLEBY_LOG_LEVEL: 'info' })
    await fetch(`${server.url}/docs`, forwarded)
    assert.equal(await loggedIp(server, '/docs'), '127.0.0.1')
  })

  test('[SRV-17] those of a trusted proxy are', async () => {
    const server = await start({ BARTLEBY_LOG_LEVEL: 'info', BARTLEBY_TRUSTED_PROXIES: '127.0.0.1' })
    await fetch(`${server.url}/docs`, forwarded)
    assert.equal(await loggedIp(server, '/docs'), '203.0.113.9')
  })
})
