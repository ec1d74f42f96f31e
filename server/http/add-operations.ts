import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Operation, Upload } from '#contract/operation.ts'
import { callerOf } from '#server/limits/rate-limits.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call } from '#server/world.ts'
import { readApiVersion } from './api-version.ts'
import { authenticate } from './authenticate.ts'
import { bodyOfInstance } from './body-schema.ts'
import type { ListenerOptions } from './listener-options.ts'
import { routes } from './operations.ts'
import { createBodyReader, createListReader } from './read-body.ts'
import { parseQuery, type RawQuery, readQuery } from './read-query.ts'
import { boundaryOf, readForm, readUploadBytes, unreadType } from './read-upload.ts'
import type { Route } from './route.ts'
import { sendJson } from './send-json.ts'
import type { UploadLine } from './upload-line.ts'
import { constraintsOf } from './which-api.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gate has found out about a request to an operation. */
    gate?: { readonly call: Call; readonly query: RawQuery; readonly contentType: string | undefined }
  }
}

const firstHeader = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : value

/** A path that leaves a parameter empty, or holds what no id can, addresses nothing. */
function refuseStrangePath(params: Record<string, string>): void {
  if (Object.values(params).some((value) => value === '')) throw new Refusal('route_not_found')
}

/** Key, version, rate limit: in this order, and before a byte of the body is read. */
async function passGate(
  operation: Operation,
  request: FastifyRequest,
  options: ListenerOptions,
): Promise<void> {
  const params = request.params as Record<string, string>
  refuseStrangePath(params)
  const actor = await authenticate(request.raw, options.findActor)
  const query = parseQuery(request.raw.url ?? '')
  const header = firstHeader(request.headers['clerk-api-version'])
  const apiVersion = readApiVersion(header, query.get('__clerk_api_version')?.join(', '))
  const waitSeconds = options.limits.take(operation.id, callerOf(params))
  if (waitSeconds !== undefined) throw new Refusal('too_many_requests', {}, undefined, waitSeconds)
  const contentType = request.headers['content-type']
  // Fastify would refuse a type that it cannot read, in words of its own and also where no body is wanted.
  request.headers['content-type'] = operation.upload ? unreadType : 'application/octet-stream'
  request.gate = { call: { actor, traceId: request.id, apiVersion }, query, contentType }
}

const addressOf = ({ path }: Operation) => `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`

/** The file is read in the handler: whoever waits in line has not sent it yet. */
function addUploadRoute(
  app: FastifyInstance,
  { operation, answer }: Route,
  upload: Upload,
  options: ListenerOptions,
  line: UploadLine,
): void {
  app.route({
    method: operation.method,
    url: addressOf(operation),
    constraints: constraintsOf(operation.path, 'backend'),
    onRequest: (request) => passGate(operation, request, options),
    handler: async (request, reply) => {
      const { call, contentType } = request.gate!
      const boundary = boundaryOf(contentType, request.headers['content-encoding'])
      const text = await line(async () => {
        const form = await readUploadBytes(request.raw, upload)
        const { file, texts } = readForm(form, boundary, upload)
        return answer(options.world, { ...texts, file, ...(request.params as Record<string, string>) }, call)
      })
      return sendJson(reply, text)
    },
  })
}

function bodyReaderOf({ body, bodyList }: Operation, { world }: ListenerOptions) {
  if (!body) return undefined
  return bodyList
    ? createListReader(bodyList, body)
    : createBodyReader(bodyOfInstance(body, world.settings.attributes))
}

function addRoute(app: FastifyInstance, route: Route, options: ListenerOptions): void {
  const { operation } = route
  const readBody = bodyReaderOf(operation, options)
  app.route({
    method: operation.method,
    url: addressOf(operation),
    constraints: constraintsOf(operation.path, 'backend'),
    onRequest: (request) => passGate(operation, request, options),
    handler: async (request, reply) => {
      const { call, query, contentType } = request.gate!
      const input = {
        ...readBody?.({
          bytes: request.body as Buffer | undefined,
          contentType,
          contentEncoding: request.headers['content-encoding'],
        }),
        ...readQuery(operation.query, query),
        ...(request.params as Record<string, string>),
      }
      const text = await route.answer(options.world, input, call)
      return sendJson(reply, text)
    },
  })
}

export function addOperations(app: FastifyInstance, options: ListenerOptions, line: UploadLine): void {
  app.decorateRequest('gate', undefined)
  for (const route of routes) {
    const { upload } = route.operation
    if (upload) addUploadRoute(app, route, upload, options, line)
    else addRoute(app, route, options)
  }
}
