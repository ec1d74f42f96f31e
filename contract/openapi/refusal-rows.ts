import type { Operation } from '../operation.ts'
import { everyBody, everywhere, type RefusalName, refusals } from '../refusals.ts'

/** One row of the table of refusals, as the pages and the OpenAPI document show it. */
export interface RefusalRow {
  readonly name: RefusalName
  /** What `errors[].code` reads. */
  readonly code: string
  readonly status: number
  readonly message: string
  readonly long: string
}

function refusalRow(name: RefusalName): RefusalRow {
  const row: { code?: string; status: number; message: string; long: string } = refusals[name]
  return { name, code: row.code ?? name, status: row.status, message: row.message, long: row.long }
}

/** The rows of some refusals, by status. */
export const refusalRows = (names: Iterable<RefusalName>): RefusalRow[] =>
  [...names].map(refusalRow).sort((a, b) => a.status - b.status)

/** Every refusal that there is. */
export const allRefusals = (): RefusalRow[] => refusalRows(Object.keys(refusals) as RefusalName[])

/** What an operation may refuse, by status: for reasons of its own, and as any other operation may. */
export function refusalsOf(operation: Operation): { own: RefusalRow[]; general: RefusalRow[] } {
  const general = new Set<RefusalName>([...everywhere, ...(operation.body ? everyBody : [])])
  const own = new Set(operation.refusals.filter((name) => !general.has(name)))
  return {
    own: refusalRows(own),
    general: refusalRows(general),
  }
}
