import { exampleServerUrl } from '#contract/examples.ts'
import {
  firstRequest,
  introduction,
  overview,
  type Sample,
  type Section,
} from '#contract/openapi/overview.ts'
import type { Operation } from '#contract/operation.ts'
import { code, fenced, generatedNote, page, table } from './markdown.ts'

const fences: Record<Sample['language'], string> = { shell: 'sh', js: 'js', json: 'json', http: 'http' }
const sampleText = ({ language, text }: Sample) => fenced(fences[language], text)

const sectionText = ({ title, text, samples }: Section): string =>
  page(`## ${title}`, text, ...samples.map(sampleText)).trimEnd()

function operationTable(tag: string, rows: readonly (readonly [Operation, string])[]): string {
  const cells = rows.map(([{ method, path, summary }, file]) => [
    `[${summary}](${file})`,
    code(`${method} /v1${path}`),
  ])
  return `## ${tag}\n\n${table(['Operation', 'Request'], cells)}`
}

/** The way in: where each page is, then what holds for all operations. */
export function indexPage(pages: ReadonlyMap<Operation, string>): string {
  const byTag = Map.groupBy(pages, ([{ tag }]) => tag)
  return page(
    '# API reference',
    generatedNote,
    introduction,
    ...firstRequest(exampleServerUrl).map(sampleText),
    'A running server shows the same at `/docs`.',
    table(
      ['Page', 'Content'],
      [
        ['[The User object](user.md)', 'field by field'],
        ['[Other objects](objects.md)', 'the same for the other shapes'],
        ['[Errors](errors.md)', 'every code, its status and its texts'],
        ['[Settings](settings.md)', 'what `bartleby.json` may say'],
        ['[The Frontend API](frontend.md)', 'what browsers and apps call, on one page'],
        ['[openapi.json](openapi.json)', 'the API as an OpenAPI 3.1 document'],
      ],
    ),
    ...[...byTag].map(([tag, rows]) => operationTable(tag, rows)),
    ...overview(exampleServerUrl).map(sectionText),
  )
}
