/** A server that does nothing: the bytes that it is sent, for every request, on Fastify as it comes. */
import Fastify from 'fastify'

process.once('disconnect', () => process.exit())
process.once('message', async (body: Uint8Array) => {
  const bytes = Buffer.from(body)
  const app = Fastify()
  app.get('*', (_request, reply) => {
    reply.header('content-type', 'application/json').send(bytes)
  })
  process.send!(await app.listen({ host: '127.0.0.1', port: 0 }))
})
