import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one process of the tests counted (see tests/published-check.ts). */
export interface PublishedCounts {
  checked: number
  /** Answers that were not checked because CLERK_OPENAPI_DIR is not set. */
  skipped: number
  /** Answers of operations that no published file has. */
  unpublished: number
}

/** Says how many answers were compared with the published files, and says it loudly if none was. */
export function publishedReport(results: string): string {
  const total: PublishedCounts = { checked: 0, skipped: 0, unpublished: 0 }
  for (const file of globSync('published-*-*.json', { cwd: results })) {
    const counts = JSON.parse(readFileSync(join(results, file), 'utf8')) as PublishedCounts
    for (const key of Object.keys(total) as (keyof PublishedCounts)[]) total[key] += counts[key]
  }
  if (process.env.CLERK_OPENAPI_DIR)
    return `${total.checked} answers were valid by the published OpenAPI files; ${total.unpublished} belong to operations that these files do not have.`
  return [
    '!!! SKIPPED: answers were not compared with the published OpenAPI files.',
    `!!! CLERK_OPENAPI_DIR is not set; ${total.skipped} answers would have been checked.`,
  ].join('\n')
}
