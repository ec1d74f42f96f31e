import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedSchemas, referring, type Schema, splitNull } from '#contract/openapi/schemas.ts'
import type { Operation, Upload } from '#contract/operation.ts'
import { root } from './root.ts'
import { fileOf, resourcesText, resourceText, type SdkMethod, sdkMethod } from './sdk-resources.ts'
import { interfaceText, isFree, propertyName } from './sdk-types.ts'

const folder = 'sdk/src/generated'
const note = '// Made by `npm run generate` from contract/. Edit that, not this file.\n'

const asSchema = (fields: readonly Schema[]): Schema => ({
  type: 'object',
  properties: Object.assign({}, ...fields.map(({ properties }) => properties)),
  required: fields.flatMap(({ required }) => required ?? []),
})

function uploadType(name: string, source: string, { field, description, bytesMax, texts = {} }: Upload) {
  const beside = Object.entries(texts).map(
    ([text, meaning]) => `  /** ${meaning} */\n  readonly ${propertyName(text)}?: string\n`,
  )
  return `/** What to send: ${source} */\nexport interface ${name} {\n  /** ${description} At most ${bytesMax} bytes. */\n  readonly ${field}: FileContent\n${beside.join('')}}\n`
}

/** Interfaces of what one method takes, and of what it answers where the contract has no name for it. */
function ownTypes({ operation, params, result }: SdkMethod): string[] {
  const answer = referring(operation.result)
  const query = referring(operation.query)
  const body = operation.body && referring(operation.body)
  const source = `\`${operation.method} /v1${operation.path}\`, operation \`${operation.id}\`.`
  const texts: string[] = []
  if (params && operation.upload) texts.push(uploadType(params, source, operation.upload))
  else if (params) {
    const shared = Object.keys(query.properties ?? {}).filter((name) => body?.properties?.[name])
    if (shared.length > 0) throw new Error(`${operation.id} has ${shared} in its query and in its body`)
    const schema = asSchema(body ? [query, body] : [query])
    texts.push(interfaceText(params, [`What to send: ${source}`], schema, body ? 'body' : 'query'))
  }
  if (answer.properties) texts.push(interfaceText(result, [`The answer: ${source}`], answer, 'answer'))
  return texts
}

function typesText(methods: readonly SdkMethod[]): string {
  const named = namedSchemas(methods.map(({ operation }) => operation.result))
  const shapes = [...named].map(([name, schema]) =>
    interfaceText(name, schema.description ? [schema.description] : [], schema, 'answer'),
  )
  const own = methods.flatMap(ownTypes)
  const text = [...shapes, ...own].join('\n')
  const used = ['Metadata', 'MetadataInput'].filter((type) => new RegExp(`\\b${type}\\b`).test(text))
  const files = text.includes('FileContent') ? "import type { FileContent } from '../upload.ts'\n" : ''
  return `import type { ${used.join(', ')} } from '../metadata.ts'\n${files}\n${text}`
}

/** Whether each property of the contract, by name, holds an object with keys of the caller's own. */
function freedoms(methods: readonly SdkMethod[]): Map<string, boolean> {
  const found = new Map<string, boolean>()
  const visit = (schema: Schema) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const { base } = splitNull(field)
      const known = found.get(name)
      if (known !== undefined && known !== isFree(base))
        throw new Error(`${name} is metadata in one place of the contract and a shape in another`)
      found.set(name, isFree(base))
    }
    const { items, properties = {}, anyOf = [], oneOf = [], allOf = [] } = schema
    for (const inner of [...Object.values(properties), ...anyOf, ...oneOf, ...allOf]) visit(inner)
    if (items) visit(items)
  }
  const roots = methods.flatMap(({ operation: { query, body, result } }) => [
    query,
    result,
    ...(body ? [body] : []),
  ])
  for (const schema of [...roots.map(referring), ...namedSchemas(roots).values()]) visit(schema)
  return found
}

function fieldsText(methods: readonly SdkMethod[]): string {
  const free = [...freedoms(methods)].filter(([, isOpen]) => isOpen).map(([name]) => name)
  const rows = free.sort().map((name) => `  '${name}',\n`)
  return `/** Wire names of the fields whose keys are the caller's own: nothing below them is renamed. */
export const freeFields: ReadonlySet<string> = new Set([\n${rows.join('')}])\n`
}

function refuseTwins(methods: readonly SdkMethod[]): void {
  const names = methods.map(({ resource, name }) => `${resource}.${name}`)
  const twin = names.find((name, i) => names.indexOf(name) < i)
  if (twin) throw new Error(`Two operations are named ${twin} in contract/sdk-names.ts`)
}

/** Every generated file of the SDK: its path below the root of the project, and its text. */
export function sdkFiles(
  operations: readonly Operation[],
  names: Readonly<Record<string, readonly [resource: string, method: string]>>,
): Map<string, string> {
  const methods = operations.map((operation) => sdkMethod(operation, names))
  refuseTwins(methods)
  const byResource = Map.groupBy(methods, ({ resource }) => resource)
  const { version } = JSON.parse(readFileSync(join(root, 'sdk', 'package.json'), 'utf8'))
  const files: [string, string][] = [
    ['types.ts', typesText(methods)],
    ['fields.ts', fieldsText(methods)],
    ['version.ts', `export const version = '${version}'\n`],
    ['resources.ts', resourcesText([...byResource.keys()])],
    ...[...byResource].map(([resource, ofResource]): [string, string] => [
      `${fileOf(resource)}.ts`,
      resourceText(resource, ofResource),
    ]),
  ]
  return new Map(files.map(([path, text]) => [`${folder}/${path}`, `${note}${text}`]))
}
