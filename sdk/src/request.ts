import { freeFields } from './generated/fields.ts'
import type { Operation } from './operation.ts'
import { camelName, renameKeys, wireName } from './wire-names.ts'

/** A path segment. Some addresses are cut short on their way, by dots or by nothing: those are refused here. */
function segment(name: string, id: unknown): string {
  if (typeof id !== 'string' || id === '' || id === '.' || id === '..')
    throw new TypeError(`${camelName(name)} must be an id, such as user_…; it is ${JSON.stringify(id)}`)
  return encodeURIComponent(id)
}

function queryValue(name: string, value: unknown): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return String(value.getTime())
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return String(value)
  throw new TypeError(`${camelName(name)} has a value that no filter has`)
}

/** The pairs of one parameter. An empty list would filter nothing, where its caller has asked for nobody. */
function pairsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.length === 0)
    throw new TypeError(`${camelName(name)} is an empty list: leave it out to filter nothing`)
  return [value].flat().map((one) => [name, queryValue(name, one)])
}

const fieldsOf = (params: object | undefined) =>
  Object.entries(params ?? {}).map(([name, value]): [string, unknown] => [wireName(name), value])

/** Where no body is taken, every parameter goes into the query: newer servers may know more than this package. */
const isOfQuery = (operation: Operation, name: string) =>
  name !== operation.upload &&
  !operation.uploadTexts?.includes(name) &&
  (!operation.hasBody || operation.query.includes(name))

/** Path and query, below `/v1`. */
export function addressOf(operation: Operation, ids: readonly string[], params: object | undefined): string {
  let position = 0
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, ids[position++]))
  const query = fieldsOf(params)
    .filter(([name]) => isOfQuery(operation, name))
    .flatMap(([name, value]) => pairsOf(name, value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** The JSON text of the body; undefined where the operation takes none. */
export function bodyOf(operation: Operation, params: object | undefined): string | undefined {
  if (!operation.hasBody) return undefined
  const fields = Object.entries(params ?? {}).filter(([name]) => !isOfQuery(operation, wireName(name)))
  const body = renameKeys(Object.fromEntries(fields), wireName, freeFields) as Record<string, unknown>
  return JSON.stringify(operation.bodyList ? (body[operation.bodyList] ?? []) : body)
}
