import { layoutJson } from '#contract/examples/json-layout.ts'
import { exampleOf, exampleServerUrl } from '#contract/examples.ts'
import { reachedFrom, referredName, referring, type Schema } from '#contract/openapi/schemas.ts'
import { apiSchemas } from '#contract/openapi.ts'
import { operations } from '#contract/operations.ts'
import { fieldTable, type LinkShape } from './fields.ts'
import { fenced, generatedNote, page } from './markdown.ts'

const shapes = apiSchemas()
const ofUser = new Set(reachedFrom('User', shapes))

/** The user and all that hangs on it have one page, everything else the other. */
const pageOf = (name: string) => (ofUser.has(name) ? 'user.md' : 'objects.md')

/** Links for a page that lies as many folders deep as the prefix says, such as `../`. */
export const shapeLinks =
  (prefix: string): LinkShape =>
  (name) =>
    `[${name}](${prefix}${pageOf(name)}#${name.toLowerCase()})`

const section = (name: string, schema: Schema): string =>
  page(`## ${name}`, schema.description, fieldTable(schema, 'answer', shapeLinks(''))).trimEnd()

const sections = (file: string): string[] =>
  [...shapes].filter(([name]) => pageOf(name) === file).map(([name, schema]) => section(name, schema))

/** An answer that shows the shape as a whole, from whichever operation has one. */
function exampleText(name: string): string | undefined {
  const operation = operations.find(({ result }) => referredName(referring(result)) === name)
  return operation && fenced('json', layoutJson(exampleOf(operation, exampleServerUrl).result))
}

export const userPage = (): string =>
  page(
    '# The User object',
    generatedNote,
    'What the operations on users answer. Every field is always present; times are Unix milliseconds.',
    ...sections('user.md'),
    '## Example',
    exampleText('User'),
  )

export const objectsPage = (): string =>
  page(
    '# Other objects',
    generatedNote,
    'The User object has [a page of its own](user.md).',
    ...sections('objects.md'),
  )
