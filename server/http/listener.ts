import { randomBytes } from 'node:crypto'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { TooBusy } from '#server/credentials/hash-queue.ts'
import { RowBusy, StorageUnavailable } from '#server/failures.ts'
import { Refusal } from '#server/refusal.ts'
import { addOperations } from './add-operations.ts'
import { answerBrokenRequests, answerStrangeExpectation } from './broken-requests.ts'
import { addDocuments } from './documents.ts'
import type { ListenerOptions } from './listener-options.ts'
import { bodyBytesMax } from './read-body.ts'
import { refusalAnswer } from './refuse.ts'
import { sendJson } from './send-json.ts'

/** The refusal that a thrown error stands for; undefined for a bug of ours. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof RowBusy) return new Refusal('resource_locked')
  if (error instanceof StorageUnavailable || error instanceof TooBusy)
    return new Refusal('service_unavailable')
  const { code, statusCode } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('request_body_too_large', { bytes_max: bodyBytesMax })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('malformed_request_parameters')
  return undefined
}

function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, text, retryAfterSeconds } = refusalAnswer(refusal, reply.request.id)
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds)
  return sendJson(reply.code(status), text)
}

function sendError(
  logger: FastifyBaseLogger,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error)
  if (!refusal || error instanceof StorageUnavailable)
    logger.error({ trace_id: request.id, err: error }, 'the request failed')
  return sendRefusal(reply, refusal ?? new Refusal('internal_clerk_error'))
}

/** The HTTP server, ready to listen: operations, documents, one envelope for whatever goes wrong. */
export function createListener(options: ListenerOptions): FastifyInstance {
  const { logger } = options
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(16).toString('hex'),
    requestIdHeader: false,
    bodyLimit: bodyBytesMax,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // The Host header decides nothing here, so a request may lack it.
    http: { maxHeaderSize: 65_536, requireHostHeader: false },
    routerOptions: { querystringParser: () => ({}), maxParamLength: 4096 },
    clientErrorHandler: answerBrokenRequests,
    frameworkErrors: (error, request, reply) => {
      reply.header('clerk-trace-id', request.id)
      sendError(logger, error, request as FastifyRequest, reply as FastifyReply)
    },
  })

  app.server.on('checkExpectation', answerStrangeExpectation)
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('clerk-trace-id', request.id)
  })
  // A kept-alive connection would hold up the end of the process after its last answer.
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, ip } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    // The pattern, not the address: a query may hold e-mail addresses.
    logger.info({
      trace_id: request.id,
      method,
      route: routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms,
      ip,
    })
  })

  // Bodies are read by the operation itself, after it has seen the key; here they are only bounded.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => sendError(logger, error, request, reply))
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, new Refusal('route_not_found')))
  addDocuments(app, options)
  addOperations(app, options)
  return app
}
