import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { engines, freshDatabase, migratedDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

for (const engine of engines) {
  suite(`a server that is told to stop, on ${engine}`, () => {
    let database: TestDatabase | undefined
    let server: SpawnedServer | undefined
    const sockets: Socket[] = []
    afterEach(async () => {
      for (const socket of sockets.splice(0)) socket.destroy()
      server?.kill('SIGKILL')
      await server?.exited
      await database?.remove()
    })

    async function started(env?: Record<string, string>) {
      database = await migratedDatabase(engine)
      server = await spawnBartleby({ database, env })
      return server
    }

    /** A request whose body is not complete yet; `finish` sends the rest and answers the response. */
    async function unfinishedCreate(url: string, username: string) {
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      sockets.push(socket)
      await once(socket, 'connect')
      let response = ''
      socket.setEncoding('utf8').on('data', (text: string) => {
        response += text
      })
      socket.on('error', () => {})
      const body = JSON.stringify({ username })
      socket.write(
        `POST /v1/users HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${database!.secretKey}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
      )
      await sleep(200)
      return {
        async finish() {
          const closed = once(socket, 'close')
          socket.write(body.slice(5))
          await closed
          return response
        },
      }
    }

    test('[SRV-8] SIGTERM finishes the requests in flight, takes no new ones and exits 0', async () => {
      const { url, kill, exited } = await started()
      const requests = await Promise.all(
        Array.from({ length: 8 }, (_, n) => unfinishedCreate(url, `finishes_${n}`)),
      )
      const stoppedAt = performance.now()
      kill('SIGTERM')
      await sleep(500)
      await assert.rejects(fetch(`${url}/health`, { headers: { connection: 'close' } }))
      for (const request of requests) assert.match(await request.finish(), /^HTTP\/1\.1 200 /)
      assert.deepEqual(await exited, { code: 0, signal: null })
      assert(performance.now() - stoppedAt < 10_000)

      server = await spawnBartleby({ database: database! })
      const users = await fetch(`${server.url}/v1/users/count`, {
        headers: { authorization: `Bearer ${database!.secretKey}` },
      })
      assert.equal(((await users.json()) as { total_count: number }).total_count, 8)
    })

    test('connections without a request do not hold it up', async () => {
      const { url, kill, exited } = await started()
      for (let n = 0; n < 8; n++) await fetch(`${url}/health`)
      const { hostname, port } = new URL(url)
      const silent = connect(Number(port), hostname)
      sockets.push(silent)
      await once(silent, 'connect')
      const stoppedAt = performance.now()
      kill('SIGINT')
      assert.deepEqual(await exited, { code: 0, signal: null })
      assert(performance.now() - stoppedAt < 5000)
    })

    for (const [signal, code] of [
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ] as const) {
      test(`a second ${signal} ends it at once`, async () => {
        const { url, kill, exited } = await started()
        await unfinishedCreate(url, 'never_finishes')
        kill(signal)
        await sleep(700)
        const toldAgainAt = performance.now()
        kill(signal)
        assert.deepEqual(await exited, { code, signal: null })
        assert(performance.now() - toldAgainAt < 1000)
      })
    }

    test('the echo of a signal, which npm sends, is no second one', async () => {
      const { url, kill, exited } = await started()
      const request = await unfinishedCreate(url, 'finishes')
      kill('SIGINT')
      await sleep(50)
      kill('SIGINT')
      await sleep(200)
      assert.match(await request.finish(), /^HTTP\/1\.1 200 /)
      assert.deepEqual(await exited, { code: 0, signal: null })
    })

    test('a request that never ends is cut off within 10 s, and the exit code tells', async () => {
      const { url, kill, exited, output } = await started()
      await unfinishedCreate(url, 'never_finishes')
      const stoppedAt = performance.now()
      kill('SIGTERM')
      assert.deepEqual(await exited, { code: 1, signal: null })
      assert(performance.now() - stoppedAt < 10_000)
      assert.match(output(), /^bartleby: .* cut off$/m)
    })

    test('a rejection that nobody handles is told and ends it with 1', async () => {
      const preload = 'process.on("SIGUSR2",()=>{Promise.reject(new Error("nobody handles this"))})'
      const { kill, exited, output } = await started({
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
      })
      kill('SIGUSR2')
      assert.deepEqual(await exited, { code: 1, signal: null })
      assert.match(output(), /^bartleby: unexpected failure, the server ends\nError: nobody handles this/m)
    })
  })
}

test('a signal while the database is still waited for ends the start', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const connected = once(silent, 'connection')
  const { port } = silent.address() as { port: number }
  const database = await freshDatabase('sqlite')
  const command = runBartleby(['serve'], {
    BARTLEBY_PORT: '0',
    BARTLEBY_DATA: database.data,
    BARTLEBY_DATABASE_URL: `postgres://bartleby@127.0.0.1:${port}/bartleby`,
    BARTLEBY_SECRET_KEY: database.secretKey,
    BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
  })
  const [socket] = (await connected) as [Socket]
  command.kill('SIGTERM')
  assert.deepEqual(await command.exited, { code: 143, signal: null }, command.output())
  socket.destroy()
  silent.close()
  await database.remove()
})
