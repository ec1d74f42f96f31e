import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import type { Answer } from '#tests/running-server.ts'

type Json = Record<string, unknown>
/** The Backend API or the Frontend API. */
export type Api = 'bapi' | 'fapi'
interface Published {
  readonly version: string
  readonly paths: Record<string, Record<string, { responses: Record<string, Json> }>>
  readonly components: Json
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says `type: [x, 'null']`. */
function translated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translated)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, example, ...rest } = schema as Json
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, translated(value)]))
  return nullable === true ? { anyOf: [copy, { type: 'null' }] } : copy
}

/** The published files, newest first. Reading YAML takes a second, so one process of a run does it for all. */
function readPublished(folder: string, api: Api): Published[] {
  const results = process.env.BARTLEBY_TEST_RESULTS
  const cache = results && join(results, `published-${api}.json`)
  if (cache) {
    try {
      return JSON.parse(readFileSync(cache, 'utf8'))
    } catch {
      // No process has read them yet.
    }
  }
  const below = join(folder, api)
  const files = readdirSync(below).filter((file) => /^\d{4}-\d{2}-\d{2}\.yml$/.test(file))
  const published = files
    .sort()
    .reverse()
    .map((file) => {
      const document = parse(readFileSync(join(below, file), 'utf8'), { maxAliasCount: -1 })
      const { paths, components } = document
      return { version: file.slice(0, 10), paths, components: translated(components) as Json }
    })
  assert.ok(published.length > 0, `no published files in ${below}`)
  if (cache) {
    const draft = `${cache}.${process.pid}`
    writeFileSync(draft, JSON.stringify(published))
    renameSync(draft, cache)
  }
  return published
}

const counts = { checked: 0, skipped: 0, unpublished: 0 }
const published: Partial<Record<Api, Published[]>> = {}
const ajvs = new Map<Published, Ajv2020>()
const checks = new Map<string, ValidateFunction | undefined>()

function writeCounts(): void {
  const folder = process.env.BARTLEBY_TEST_RESULTS
  if (!folder || counts.checked + counts.skipped + counts.unpublished === 0) return
  mkdirSync(folder, { recursive: true })
  const name = `published-${process.pid}-${randomBytes(4).toString('hex')}.json`
  writeFileSync(join(folder, name), JSON.stringify(counts))
}
process.on('exit', writeCounts)

function ajvOf(document: Published): Ajv2020 {
  let ajv = ajvs.get(document)
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'published:', components: document.components })
    ajvs.set(document, ajv)
  }
  return ajv
}

/** The check for an answer of the operation, or undefined when no published file has the operation. */
function compile(api: Api, method: string, path: string, status: string): ValidateFunction | undefined {
  const document = published[api]?.find(({ paths }) => paths[path]?.[method])
  if (!document) return undefined
  const { responses } = document.paths[path]![method]!
  // A status that the file does not list for the operation carries the envelope all the same.
  const listed = responses[status] as { $ref?: string; content?: Json } | undefined
  assert.ok(listed || status !== '200', `no success is published for ${method} ${path}`)
  const name = listed?.$ref?.split('/').at(-1) ?? ''
  // One shape serves all versions: that of the newest file which still has it, whichever has the operation.
  const shapes = published[api]!.find(({ components }) => name in (components.responses as Json)) ?? document
  const named = (shapes.components.responses as Record<string, { content?: Json }>)[name]
  const content = (listed?.content ?? named?.content ?? {}) as { 'application/json'?: { schema?: unknown } }
  const schema = content['application/json']?.schema
  return ajvOf(shapes).compile(absolute(translated(schema)) ?? envelope)
}

const envelope = { $ref: 'published:#/components/schemas/ClerkErrors' }

/** References into the file, from outside of it. */
const absolute = (schema: unknown): Json | undefined =>
  schema === undefined
    ? undefined
    : JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"published:#/components/'))

/**
 * Validates an answer against the newest published OpenAPI file that has its operation. `path` is the
 * operation's path with parameters in braces.
 */
export function checkPublished(method: string, path: string, answer: Answer, api: Api = 'bapi'): void {
  const folder = process.env.CLERK_OPENAPI_DIR
  if (!folder) {
    counts.skipped += 1
    return
  }
  published[api] ??= readPublished(folder, api)
  const key = `${api} ${method} ${path} ${answer.status}`
  if (!checks.has(key)) checks.set(key, compile(api, method.toLowerCase(), path, String(answer.status)))
  const check = checks.get(key)
  if (!check) {
    counts.unpublished += 1
    return
  }
  counts.checked += 1
  // The files know bare arrays alone; what the clients read with `paginated` has the array and the total.
  const isPage =
    /^bapi GET \/(sessions|clients|jwt_templates|invitations|allowlist_identifiers|redirect_urls) /.test(
      key,
    ) &&
    answer.status === 200 &&
    'data' in answer.body
  assert.ok(
    check(isPage ? answer.body.data : answer.body),
    `${key} is not as published: ${JSON.stringify(check.errors)} ${answer.text}`,
  )
}
