import type { IncomingMessage } from 'node:http'
import { whichApi } from '../which-api.ts'

/** The rooms of the Frontend API; nothing of the Backend API lies below them. */
const rooms = /^\/v1\/(?:client|environment|me)(?:[/?]|$)/
/** A room of both, with addresses of their own behind one spelling. */
const sharedRooms = /^\/v1\/organizations(?:[/?]|$)/
const methods = ['PATCH', 'PUT', 'DELETE']

/**
 * What browsers spell in their own way: a method that is not simple travels as `POST` with `_method` in the
 * query, and paths may end in a slash. Only in the Frontend API, where origins are checked.
 */
export function rewriteFrontend(request: IncomingMessage): string {
  const url = request.url ?? '/'
  if (!rooms.test(url) && !(sharedRooms.test(url) && whichApi(request) === 'frontend')) return url
  const start = url.indexOf('?')
  const path = start < 0 ? url : url.slice(0, start)
  const query = start < 0 ? '' : url.slice(start)
  const method = new URLSearchParams(query).get('_method')?.toUpperCase()
  if (request.method === 'POST' && method && methods.includes(method)) request.method = method
  return `${path.length > 1 ? path.replace(/\/$/, '') : path}${query}`
}
