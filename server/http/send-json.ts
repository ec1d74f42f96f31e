import type { FastifyReply } from 'fastify'

/**
 * Sends JSON text. As bytes, because Fastify adds a charset to the type of strings, and clients that
 * compare the header as a whole would then hand out text instead of objects.
 */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', 'application/json').send(Buffer.from(text))
