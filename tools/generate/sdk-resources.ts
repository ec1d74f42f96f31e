import { type TSchema, Type } from 'typebox'
import { refusalsOf } from '#contract/openapi/refusal-rows.ts'
import { referredName, referring, type Schema } from '#contract/openapi/schemas.ts'
import type { Operation } from '#contract/operation.ts'
import { errorKindOf } from '#sdk/errors.ts'
import { asCode, comment, propertyName, typeOf } from './sdk-types.ts'

/** An operation with the names that the SDK has for it and for what it takes and answers. */
export interface SdkMethod {
  readonly operation: Operation
  readonly resource: string
  readonly name: string
  /** Undefined where the operation takes neither a query nor a body. */
  readonly params: string | undefined
  readonly result: string
  /** A list that answers its total too where `paginated` asks for it. */
  readonly isPaginated: boolean
}

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const constant = ({ operation: { id } }: SdkMethod) => id.charAt(0).toLowerCase() + id.slice(1)
const countsAll = ({ operation }: SdkMethod) => referredName(referring(operation.result)) === 'TotalCount'

const isEmpty = (schema: Schema | undefined) => Object.keys(schema?.properties ?? {}).length === 0

/** A list as its pages are: what `paginated` makes of the answer is the business of the method alone. */
function withoutPaginated(operation: Operation): Operation {
  const { paginated: _, ...filters } = operation.query.properties
  const { anyOf = [] } = operation.result as { anyOf?: readonly TSchema[] }
  const result = anyOf.find((variant) => 'items' in variant)
  if (!result) throw new Error(`${operation.id} has \`paginated\` and no bare array`)
  return { ...operation, query: Type.Object(filters), result }
}

export function sdkMethod(
  published: Operation,
  names: Readonly<Record<string, readonly [string, string]>>,
): SdkMethod {
  const isPaginated = 'paginated' in published.query.properties
  const operation = isPaginated ? withoutPaginated(published) : published
  const name = names[operation.id]
  if (!name) throw new Error(`${operation.id} has no name in the SDK: add its line to contract/sdk-names.ts`)
  const id = operation.id.charAt(0).toUpperCase() + operation.id.slice(1)
  const takesNone =
    !operation.upload &&
    isEmpty(referring(operation.query)) &&
    isEmpty(operation.body && referring(operation.body))
  const result = referring(operation.result)
  const isNameless = result.properties !== undefined
  return {
    operation,
    resource: name[0],
    name: name[1],
    params: takesNone ? undefined : `${id}Params`,
    result: isNameless ? `${id}Result` : typeOf(result, 'answer'),
    isPaginated,
  }
}

/** What a reader of the editor's hint needs, and where the method comes from. */
function methodComment({ operation }: SdkMethod, description = operation.description): string {
  const own = Map.groupBy(refusalsOf(operation).own, ({ status }) => errorKindOf(status).name)
  const throwing = [...own].map(([kind, rows]) => {
    const codes = new Set(rows.map(({ code }) => `\`${code}\``))
    return `@throws {${kind}} ${[...codes].join(', ')}`
  })
  const lines = [
    `${operation.summary}.`,
    '',
    ...asCode(description).split('\n'),
    '',
    `\`${operation.method} /v1${operation.path}\`, operation \`${operation.id}\`.`,
    ...(throwing.length > 0 ? ['', ...throwing] : []),
  ]
  return comment(lines, '  ')
}

const pathParameters = ({ operation }: SdkMethod) =>
  [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => propertyName(name!))

function mustBeGiven({ operation }: SdkMethod): boolean {
  const required = [operation.query, operation.body].some((schema) => (schema?.required?.length ?? 0) > 0)
  return (
    required || operation.upload !== undefined || operation.method === 'PATCH' || operation.method === 'PUT'
  )
}

function signature(method: SdkMethod): string {
  const { params } = method
  const given = params && (mustBeGiven(method) ? `params: ${params}` : `params?: ${params}`)
  const parts = [
    ...pathParameters(method).map((name) => `${name}: string`),
    ...(given ? [given] : []),
    'options?: CallOptions',
  ]
  return parts.join(', ')
}

function callText(method: SdkMethod, result: string, params: string | undefined): string {
  const parts = [constant(method), `[${pathParameters(method).join(', ')}]`, params ?? 'undefined', 'options']
  return `this.#call<${result}>(${parts.join(', ')})`
}

function plainMethod(method: SdkMethod): string {
  const call = callText(method, method.result, method.params && 'params')
  const [result, body] = countsAll(method)
    ? ['number', `${call}.then(({ totalCount }) => totalCount)`]
    : [method.result, call]
  return `${methodComment(method)}  ${method.name}(${signature(method)}): Promise<${result}> {\n    return ${body}\n  }\n`
}

const listNote =
  'One page, and the number of all that the filters match. The number comes from a second request, made at the same time.'
const iterateNote =
  'Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given.'

const leavingNote = 'What leaves the list meanwhile may hide what comes next: gather first, then change.'

const itemOf = ({ result }: SdkMethod) => result.replace(/^readonly (\w+)\[\]$/, '$1')

/** A list that knows its total: a page with it, and a way through all pages. */
function paginatedMethods(list: SdkMethod): string {
  const item = itemOf(list)
  const page = `${methodComment(list, 'One page, newest first, and the number of all that the filters match.')}  ${list.name}(${signature(list)}): Promise<Page<${item}>> {
    return ${callText(list, `Page<${item}>`, '{ ...params, paginated: true }')}
  }\n`
  const params = `params?: Omit<${list.params}, 'offset'>`
  const iterate = `${methodComment(list, `${iterateNote} ${leavingNote}`)}  iterate(${params}, options?: CallOptions): AsyncGenerator<${item}, void, undefined> {
    return iterateByOffset((params) => ${callText(list, list.result, 'params')}, params)
  }\n`
  return `${page}\n${iterate}`
}

/** What the pages of a list hold that answers `{ data, total_count }`; undefined for other answers. */
function enveloped({ operation }: SdkMethod): string | undefined {
  const { properties = {} } = operation.result as unknown as Schema
  const { limit, offset } = operation.query.properties
  const isPage = Object.keys(properties).sort().join() === 'data,total_count'
  return isPage && limit && offset
    ? typeOf(referring(properties.data!.items as unknown as TSchema), 'answer')
    : undefined
}

const iteratorName = ({ name }: SdkMethod) => name.replace(/^(list|get)/, 'iterate')

/** A list that always answers its total: a page, and a way through all pages. */
function envelopeMethods(list: SdkMethod, item: string): string {
  const ids = pathParameters(list)
  const page = `${methodComment(list)}  ${list.name}(${signature(list)}): Promise<Page<${item}>> {
    return ${callText(list, `Page<${item}>`, 'params')}
  }\n`
  const given = [...ids.map((id) => `${id}: string`), `params?: Omit<${list.params}, 'offset'>`]
  const iterate = `${methodComment(list, `${iterateNote} ${leavingNote}`)}  ${iteratorName(list)}(${given.join(', ')}, options?: CallOptions): AsyncGenerator<${item}, void, undefined> {
    return iterateByOffset(
      (params) => ${callText(list, `Page<${item}>`, 'params')}.then(({ data }) => data),
      params,
    )
  }\n`
  return `${page}\n${iterate}`
}

/** A bare array whose path has a count beside it: a page with its total, and a way through all pages. */
function listMethods(list: SdkMethod, count: SdkMethod): string {
  const item = itemOf(list)
  const page = `${methodComment(list, listNote)}  ${list.name}(${signature(list)}): Promise<Page<${item}>> {
    return pageOf(
      ${callText(list, list.result, 'params')},
      ${callText(count, count.result, 'params')},
    )
  }\n`
  const params = `params?: Omit<${list.params}, 'offset' | 'startingAfter'>`
  const iterate = `${methodComment(list, iterateNote)}  iterate(${params}, options?: CallOptions): AsyncGenerator<${item}, void, undefined> {
    return iterate((params) => ${callText(list, list.result, 'params')}, params)
  }\n`
  return `${page}\n${iterate}`
}

const quoted = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`

function operationText(method: SdkMethod): string {
  const { id, path, query, body, bodyList, upload } = method.operation
  const fields = [
    `id: '${id}'`,
    `method: '${method.operation.method}'`,
    `path: '${path}'`,
    `query: ${quoted(Object.keys(query.properties))}`,
    `hasBody: ${body !== undefined}`,
    ...(bodyList ? [`bodyList: '${bodyList}'`] : []),
    ...(upload ? [`upload: '${upload.field}'`] : []),
    ...(upload?.texts ? [`uploadTexts: ${quoted(Object.keys(upload.texts))}`] : []),
  ]
  return `const ${constant(method)}: Operation = {\n${fields.map((field) => `  ${field},\n`).join('')}}\n`
}

function pagesImport(text: string): string {
  const called = ['iterate', 'iterateByOffset', 'pageOf'].filter((name) => text.includes(`return ${name}(`))
  if (called.length === 0) return ''
  return `import { ${[...called, 'type Page'].join(', ')} } from '../pages.ts'\n`
}

/** The file of one resource: a class with a method for each operation. */
export function resourceText(resource: string, methods: readonly SdkMethod[]): string {
  const countOf = (method: SdkMethod) =>
    methods.find((other) => countsAll(other) && other.operation.path === `${method.operation.path}/count`)
  const written = methods.map((method) => {
    if (method.isPaginated) return paginatedMethods(method)
    const item = enveloped(method)
    if (item) return envelopeMethods(method, item)
    const count = method.operation.method === 'GET' ? countOf(method) : undefined
    return count ? listMethods(method, count) : plainMethod(method)
  })
  const text = written.join('\n')
  const words = methods.flatMap((method) => [method.params ?? '', enveloped(method) ?? method.result])
  const types = new Set(words.flatMap((word) => word.match(/\b[A-Z]\w+/g) ?? []))
  const pages = pagesImport(text)
  return [
    `import type { Call, CallOptions } from '../call.ts'\nimport type { Operation } from '../operation.ts'\n${pages}import type {\n${[
      ...types,
    ]
      .sort()
      .map((type) => `  ${type},\n`)
      .join('')}} from './types.ts'\n`,
    ...methods.map(operationText),
    `export class ${pascal(resource)} {\n  readonly #call: Call\n\n  /** @internal */\n  constructor(call: Call) {\n    this.#call = call\n  }\n\n${text}}\n`,
  ].join('\n')
}

/** The class that the client extends: every resource as a property. */
export function resourcesText(resources: readonly string[]): string {
  const imports = resources.map((name) => `import { ${pascal(name)} } from './${fileOf(name)}.ts'\n`)
  const fields = resources.map((name) => `  readonly ${name}: ${pascal(name)}\n`)
  const made = resources.map((name) => `    this.${name} = new ${pascal(name)}(call)\n`)
  return `import type { Call } from '../call.ts'\n${imports.join('')}
export class Resources {
${fields.join('')}
  /** @internal */
  constructor(call: Call) {
${made.join('')}  }
}

export type { ${resources.map(pascal).join(', ')} }
`
}

export const fileOf = (resource: string): string =>
  resource.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
