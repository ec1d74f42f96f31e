import { type RefusalName, refusals } from '#contract/refusals.ts'
import type { Problem, Refusal } from '#server/refusal.ts'

const table: Record<RefusalName, { code?: string; status: number; message: string; long: string }> = refusals

const fill = (text: string, details: Problem['details']) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))

/** Stands for JSON that is copied in as it is. No text of an error holds a NUL. */
const clientMark = '\0client'

function errorOf({ name, details, meta }: Problem, hasClient: boolean) {
  const row = table[name]
  const wholeMeta = {
    ...('param' in details ? { param_name: details.param } : {}),
    ...meta,
    ...(hasClient ? { client: clientMark } : {}),
  }
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
  const { client, problems } = refusal
  const errors = problems.map((problem) => errorOf(problem, client !== undefined))
  const text = JSON.stringify({ errors, clerk_trace_id: traceId })
  return {
    status: table[problems[0]!.name].status,
    text: client === undefined ? text : text.replace(JSON.stringify(clientMark), () => client),
    retryAfterSeconds: refusal.retryAfterSeconds,
  }
}
