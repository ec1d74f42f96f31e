import type { TSchema } from 'typebox'
import { layoutJson } from '#contract/examples/json-layout.ts'
import { callsOf, exampleOf, exampleServerUrl } from '#contract/examples.ts'
import { typeWords } from '#contract/openapi/fields.ts'
import { type RefusalRow, refusalsOf } from '#contract/openapi/refusal-rows.ts'
import { referring } from '#contract/openapi/schemas.ts'
import { type Operation, uploadTextBytesMax } from '#contract/operation.ts'
import { fieldTable, typeText } from './fields.ts'
import { code, fenced, generatedNote, page, table } from './markdown.ts'
import { shapeLinks } from './shapes.ts'

/** Where the page lies below docs/reference: as its file does below contract. */
const rootFrom = (file: string) => '../'.repeat(file.split('/').length - 1)

function fields(title: string, schema: TSchema | undefined, root: string): string | undefined {
  const plain = schema && referring(schema)
  if (!plain || Object.keys(plain.properties ?? {}).length === 0) return undefined
  return `## ${title}\n\n${fieldTable(plain, 'request', shapeLinks(root))}`
}

function uploadText({ upload }: Operation): string | undefined {
  if (!upload) return undefined
  const texts = Object.entries(upload.texts ?? {})
  const rows = [
    [code(upload.field), 'a file', `${upload.bytesMax} bytes`, upload.description],
    ...texts.map(([name, description]) => [
      code(name),
      'text, optional',
      `${uploadTextBytesMax} bytes`,
      description,
    ]),
  ]
  const parts = texts.length > 0 ? 'these parts' : 'one part'
  return `## Body\n\nA form, ${code('multipart/form-data')}, with ${parts}:\n\n${table(['Part', 'Content', 'At most', 'Meaning'], rows)}`
}

function resultText(operation: Operation, root: string): string {
  const result = referring(operation.result)
  const links = shapeLinks(root)
  const line = `Status 200: ${typeText(typeWords(result), links)}.`
  return result.properties ? `${line}\n\n${fieldTable(result, 'answer', links)}` : line
}

const codeLink = ({ code: text, status }: RefusalRow, root: string) =>
  `[${code(text)}](${root}errors.md#${status})`

function errorsText(operation: Operation, root: string): string {
  const { own, general } = refusalsOf(operation)
  const rows = own.map((row) => [String(row.status), codeLink(row, root), row.long])
  const others = general.map((row) => `${row.status} ${codeLink(row, root)}`).join(', ')
  return page(
    own.length > 0 && table(['Status', 'Code', 'Text'], rows),
    `${own.length > 0 ? 'And what' : 'What'} any request${operation.body ? ' with a body' : ''} may meet: ${others}.`,
  ).trimEnd()
}

export function operationPage(operation: Operation, file: string): string {
  const root = rootFrom(file)
  const { curl, client } = callsOf(operation, exampleServerUrl)
  return page(
    `# ${operation.summary}`,
    generatedNote,
    `${code(`${operation.method} /v1${operation.path}`)} (operation ${code(operation.id)})`,
    operation.description,
    fields('Path parameters', operation.params, root),
    fields('Query parameters', operation.query, root),
    fields('Body', operation.body, root),
    uploadText(operation),
    '## Response',
    resultText(operation, root),
    '## Errors',
    errorsText(operation, root),
    '## Example',
    'With curl:',
    fenced('sh', curl),
    `With ${code(client.label)}:`,
    fenced('js', client.text),
    'Response:',
    fenced('json', layoutJson(exampleOf(operation, exampleServerUrl).result)),
    `[All operations](${root}README.md)`,
  )
}
