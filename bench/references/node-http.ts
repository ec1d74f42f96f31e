/** A server that does nothing: the bytes that it is sent, for every request, on bare `node:http`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

process.once('disconnect', () => process.exit())
process.once('message', (body: Uint8Array) => {
  const headers = { 'content-type': 'application/json', 'content-length': body.byteLength }
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body))
  server.listen(0, '127.0.0.1', () => {
    process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
})
