import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type onResponseHookHandler,
} from 'fastify'
import type { Logger } from 'pino'
import { TooBusy } from '#server/credentials/hash-queue.ts'
import { RowBusy, StorageUnavailable } from '#server/failures.ts'
import { Refusal } from '#server/refusal.ts'
import { addOperations } from './add-operations.ts'
import { answerBrokenRequests, answerStrangeExpectation } from './broken-requests.ts'
import { addDocuments } from './documents.ts'
import { addAcceptTicket } from './frontend/accept-ticket.ts'
import { addFrontend } from './frontend/add-frontend.ts'
import { rewriteFrontend } from './frontend/rewrite.ts'
import { addKeySet } from './key-set.ts'
import type { ListenerOptions } from './listener-options.ts'
import { addPictures } from './pictures.ts'
import { bodyBytesMax } from './read-body.ts'
import { unreadType } from './read-upload.ts'
import { refusalAnswer } from './refuse.ts'
import { sendJson } from './send-json.ts'
import { newTraceId } from './trace-ids.ts'
import { createUploadLine } from './upload-line.ts'
import { apiStrategy } from './which-api.ts'

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

const logRequest =
  (logger: Logger): onResponseHookHandler =>
  (request, reply, done) => {
    const { method, routeOptions, ip } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    // The pattern, not the address: a query may hold e-mail addresses.
    const route = routeOptions.url ?? '(none)'
    logger.info({ trace_id: request.id, method, route, status: reply.statusCode, ms, ip })
    done()
  }

/** The HTTP server, ready to listen: operations, documents, one envelope for whatever goes wrong. */
export function createListener(options: ListenerOptions): FastifyInstance {
  const { logger } = options
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newTraceId,
    rewriteUrl: rewriteFrontend,
    // Log lines carry the trace id themselves; a logger for each request would be made for nothing.
    childLoggerFactory: (parent) => parent,
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

  app.addConstraintStrategy(apiStrategy)
  app.server.on('checkExpectation', answerStrangeExpectation)
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  // These hooks call back: a promise for each would cost every request more than what they do.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('clerk-trace-id', request.id)
    done()
  })
  // A kept-alive connection would hold up the end of the process after its last answer.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done()
  })
  if (logger.isLevelEnabled('info')) app.addHook('onResponse', logRequest(logger))

  // Bodies are read by the operation itself, after it has seen the key; here they are only bounded.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Uploads have bounds of their own, and wait in line before they are read.
  app.addContentTypeParser(unreadType, (_request, _payload, done) => done(null))
  app.setErrorHandler((error, request, reply) => sendError(logger, error, request, reply))
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, new Refusal('route_not_found')))
  addDocuments(app, options)
  addKeySet(app, options)
  addPictures(app, options.world)
  const uploads = createUploadLine()
  addOperations(app, options, uploads)
  addFrontend(app, options, uploads)
  addAcceptTicket(app, options)
  return app
}
