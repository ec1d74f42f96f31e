import type { FastifyReply } from 'fastify'

const asItIs = (text: string) => text

/**
 * Sends JSON text. The serializer that does nothing keeps Fastify from adding a charset to the type: clients that
 * compare the header as a whole would then hand out text instead of objects.
 */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply.serializer(asItIs).header('content-type', 'application/json').send(text)
