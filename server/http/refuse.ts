import { type RefusalName, refusals } from '#contract/refusals.ts'
import type { Problem, Refusal } from '#server/refusal.ts'

const table: Record<RefusalName, { code?: string; status: number; message: string; long: string }> = refusals

const fill = (text: string, details: Problem['details']) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))

function errorOf({ name, details, meta }: Problem) {
  const row = table[name]
  const wholeMeta = { ...('param' in details ? { param_name: details.param } : {}), ...meta }
  return {
    message: fill(row.message, details),
    long_message: fill(row.long, details),
    code: row.code ?? name,
    ...(Object.keys(wholeMeta).length > 0 ? { meta: wholeMeta } : {}),
  }
}

export interface RefusalAnswer {
  readonly status: number
  readonly text: string
  readonly retryAfterSeconds: number | undefined
}

/** The envelope of a refusal: every error of the request, and the trace id that its log lines carry. */
export function refusalAnswer(refusal: Refusal, traceId: string): RefusalAnswer {
  return {
    status: table[refusal.problems[0]!.name].status,
    text: JSON.stringify({ errors: refusal.problems.map(errorOf), clerk_trace_id: traceId }),
    retryAfterSeconds: refusal.retryAfterSeconds,
  }
}
