import { layoutJson } from '#contract/examples/json-layout.ts'
import { refusalExample } from '#contract/examples/refusals.ts'
import { exampleServerUrl } from '#contract/examples.ts'
import { overview } from '#contract/openapi/overview.ts'
import { allRefusals } from '#contract/openapi/refusal-rows.ts'
import { code, fenced, generatedNote, page, table } from './markdown.ts'

/** Every refusal, grouped by status. */
export function errorsPage(): string {
  const byStatus = Map.groupBy(allRefusals(), ({ status }) => status)
  const sections = [...byStatus].map(([status, rows]) => {
    const cells = rows.map((row) => [code(row.code), row.message, row.long])
    return `## ${status}\n\n${table(['Code', 'Message', 'Long message'], cells)}`
  })
  return page(
    '# Errors',
    generatedNote,
    overview(exampleServerUrl).find(({ id }) => id === 'errors')?.text,
    fenced('json', layoutJson(refusalExample('form_param_missing'))),
    'Words in braces stand for what the request named.',
    ...sections,
  )
}
