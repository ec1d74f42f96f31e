import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { typeWords } from '#contract/openapi/fields.ts'
import { referring } from '#contract/openapi/schemas.ts'
import { frontendIntroduction, frontendRefusalsOf, frontendSchemas } from '#contract/openapi-frontend.ts'
import { fieldTable, type LinkShape, typeText } from './fields.ts'
import { code, generatedNote, page, table } from './markdown.ts'

const link: LinkShape = (name) => `[${name}](frontend.md#${name.toLowerCase()})`

const envelopes: Record<FrontendOperation['envelope'], (result: string) => string> = {
  with_client: (result) => `Answers \`response\`: ${result}, and \`client\`: the whole client.`,
  alone: (result) => `Answers \`response\`: ${result}, and \`client\`: null.`,
  bare: (result) => `Answers ${result}, without an envelope.`,
}
const needs: Record<FrontendOperation['needs'], string> = {
  nothing: 'Anybody may ask.',
  client: "Needs the client's token.",
  session: "Needs the client's token and a live session of it.",
}

function operationText(operation: FrontendOperation): string {
  const { own, general } = frontendRefusalsOf(operation)
  const form = operation.body && referring(operation.body)
  const hasFields = form && Object.keys(form.properties ?? {}).length > 0
  const result = typeText(typeWords(referring(operation.result)), link)
  const rows = own.map((row) => [String(row.status), code(row.code), row.long])
  return page(
    `### ${operation.summary}`,
    `${code(`${operation.method} /v1${operation.path}`)} (operation ${code(operation.id)})`,
    `${operation.description} ${needs[operation.needs]}`,
    operation.upload &&
      `The body is \`multipart/form-data\` with one file in ${code(operation.upload.field)}.`,
    hasFields && fieldTable(form, 'request', link),
    envelopes[operation.envelope](result),
    rows.length > 0 && table(['Status', 'Code', 'Text'], rows),
    `Any request may meet: ${general.map((row) => `${row.status} ${code(row.code)}`).join(', ')}.`,
  ).trimEnd()
}

/** The Frontend API on one page: its operations by tag, then the shapes of its answers. */
export function frontendPage(): string {
  const byTag = Map.groupBy(frontendOperations, ({ tag }) => tag)
  const shapes = [...frontendSchemas()].map(([name, schema]) =>
    page(`### ${name}`, schema.description, fieldTable(schema, 'answer', link)).trimEnd(),
  )
  return page(
    '# The Frontend API',
    generatedNote,
    frontendIntroduction,
    'The same as an OpenAPI 3.1 document: [openapi-frontend.json](openapi-frontend.json); a running server has it at `/openapi-frontend.json`.',
    ...[...byTag].flatMap(([tag, operations]) => [`## ${tag}`, ...operations.map(operationText)]),
    '## Objects',
    ...shapes,
  )
}
