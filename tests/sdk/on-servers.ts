import { test } from 'node:test'
import { Bartleby } from '#sdk/client.ts'
import { engines } from '#tests/engines.ts'
import { type ServerOptions, startServer, type TestServer } from '#tests/running-server.ts'

/** A test of the SDK against a real server with an empty database, on every engine. */
export function onServers(
  name: string,
  run: (client: Bartleby, server: TestServer) => Promise<void>,
  options: ServerOptions = {},
): void {
  for (const engine of engines)
    test(`${name} (${engine})`, async () => {
      const server = await startServer(engine, options)
      try {
        await run(new Bartleby({ secretKey: server.secretKey, baseUrl: server.url }), server)
      } finally {
        await server.stop()
      }
    })
}
