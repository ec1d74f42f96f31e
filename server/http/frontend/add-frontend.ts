import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ApiVersion, apiVersions } from '#contract/api-version.ts'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { callerOf } from '#server/limits/rate-limits.ts'
import { Refusal } from '#server/refusal.ts'
import { actingSession } from '#server/sessions/acting-session.ts'
import { type ClientCall, clientOf } from '#server/sessions/client-call.ts'
import type { Session } from '#server/sessions/session.ts'
import type { World } from '#server/world.ts'
import { bodyOfInstance } from '../body-schema.ts'
import type { ListenerOptions } from '../listener-options.ts'
import { parseQuery, type RawQuery, readQuery } from '../read-query.ts'
import { unreadType } from '../read-upload.ts'
import { sendJson } from '../send-json.ts'
import type { UploadLine } from '../upload-line.ts'
import { constraintsOf } from '../which-api.ts'
import { activityOf } from './activity.ts'
import { sendCookies } from './client-cookies.ts'
import { isNative, readToken } from './client-token.ts'
import type { FrontendRoute } from './frontend-route.ts'
import { frontendRoutes } from './operations.ts'
import { admitOrigin, answerPreflight, type OriginPolicy } from './origins.ts'
import { presentClientOf } from './present-client.ts'
import { createFormReader } from './read-form.ts'
import { fileReader } from './read-own-file.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gate has found out about a request of the Frontend API. */
    visit?: {
      readonly origin: string | undefined
      readonly query: RawQuery
      readonly contentType: string | undefined
    }
  }
}

/** Browsers name the version that their SDK was made for. Newer ones than are known here get the newest shapes. */
const versionOf = (query: RawQuery): ApiVersion =>
  apiVersions.find((version) => version === query.get('__clerk_api_version')?.[0]) ?? apiVersions.at(-1)!

/** Origin and rate limit: before a byte of the body is read or anything is looked up. */
function passGate(
  operation: FrontendOperation,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ListenerOptions,
  policy: OriginPolicy,
): void {
  const params = request.params as Record<string, string>
  if (Object.values(params).includes('')) throw new Refusal('route_not_found')
  const origin = admitOrigin(request, reply, policy)
  reply.header('cache-control', 'no-store')
  const query = parseQuery(request.raw.url ?? '')
  const waitSeconds = options.limits.take(operation.id, { ...callerOf(params), address: request.ip })
  if (waitSeconds !== undefined) throw new Refusal('too_many_requests', {}, undefined, waitSeconds)
  const contentType = request.headers['content-type']
  request.headers['content-type'] = operation.upload ? unreadType : 'application/octet-stream'
  request.visit = { origin, query, contentType }
}

/** Who acts in the user's place is told with the user, so that the record shows both. */
function actorOf({ user_id, actor }: Session): string {
  const stranger = actor === null ? undefined : JSON.parse(actor).sub
  return stranger === undefined ? `user:${user_id}` : `user:${user_id} by ${stranger}`
}

/** The client of the request and, where the operation acts for a user, the session that acts. */
async function callOf(
  operation: FrontendOperation,
  request: FastifyRequest,
  { world }: ListenerOptions,
): Promise<ClientCall> {
  const { origin, query } = request.visit!
  const token = readToken(request, query)
  const client = token === undefined ? undefined : await clientOf(world, token)
  if (operation.needs !== 'nothing' && !client) throw new Refusal('authentication_invalid')
  const named = query.get('_clerk_session_id')?.[0]
  const session = operation.needs === 'session' ? await actingSession(world, client!, named) : undefined
  return {
    actor: session ? actorOf(session) : client ? `client:${client.id}` : 'anonymous',
    traceId: request.id,
    apiVersion: versionOf(query),
    client,
    session,
    origin,
    activity: activityOf(request, world.now()),
  }
}

/** SDKs that want to sign somebody in where somebody is already learn from the refusal who it is. */
async function tellClient(error: unknown, world: World, call: ClientCall): Promise<never> {
  if (error instanceof Refusal && error.problems[0]!.name === 'session_exists')
    error.client = await presentClientOf(world, call)
  throw error
}

const addressOf = (path: string) => `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`

function addRoute(
  app: FastifyInstance,
  route: FrontendRoute,
  options: ListenerOptions,
  policy: OriginPolicy,
  uploads: UploadLine,
): void {
  const { operation } = route
  const { world } = options
  const readForm = operation.body
    ? createFormReader(bodyOfInstance(operation.body, world.settings.attributes))
    : undefined
  app.route({
    method: operation.method,
    url: addressOf(operation.path),
    constraints: constraintsOf(operation.path, 'frontend'),
    onRequest: async (request, reply) => passGate(operation, request, reply, options, policy),
    handler: async (request, reply) => {
      const { query, contentType } = request.visit!
      const call = await callOf(operation, request, options)
      const answer = async (input: object) => {
        const text = await route.answer(world, input, call).catch((error) => tellClient(error, world, call))
        const client = operation.envelope === 'with_client' ? await presentClientOf(world, call) : 'null'
        if (!isNative(query)) sendCookies(reply, world, call)
        else if (call.token !== undefined) reply.header('authorization', call.token)
        const isBare = operation.envelope === 'bare'
        return sendJson(reply, isBare ? text : `{"response":${text},"client":${client}}`)
      }
      const { upload } = operation
      // Whoever waits in line has not sent the file yet; the session has been seen before.
      if (upload) {
        const read = fileReader(request, contentType, upload)
        const params = request.params as Record<string, string>
        return uploads(async () => answer({ file: await read(), ...params }))
      }
      return answer({
        ...readForm?.({
          bytes: request.body as Buffer | undefined,
          contentType,
          contentEncoding: request.headers['content-encoding'],
        }),
        ...readQuery(operation.query, query),
        ...(request.params as Record<string, string>),
      })
    },
  })
}

/** The operations that browsers and apps call. */
export function addFrontend(app: FastifyInstance, options: ListenerOptions, uploads: UploadLine): void {
  const policy: OriginPolicy = {
    get publicUrl() {
      return options.world.publicUrl
    },
    allowed: options.world.settings.allowed_origins,
  }
  app.decorateRequest('visit', undefined)
  for (const route of frontendRoutes) addRoute(app, route, options, policy, uploads)
  const paths = new Set(frontendRoutes.map(({ operation }) => operation.path))
  for (const path of paths)
    app.options(addressOf(path), { constraints: constraintsOf(path, 'frontend') }, (request, reply) =>
      answerPreflight(request, reply, policy),
    )
}
