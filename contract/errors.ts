import { Type } from 'typebox'
import { named } from './shapes.ts'

export const ClerkError = named(
  'ClerkError',
  Type.Object({
    message: Type.String(),
    long_message: Type.String(),
    code: Type.String({ description: 'The only field to match on.' }),
    meta: Type.Optional(
      Type.Object({ param_name: Type.Optional(Type.String()) }, { additionalProperties: true }),
    ),
  }),
)

/** The body of every refusal. */
export const ClerkErrors = named(
  'ClerkErrors',
  Type.Object({
    errors: Type.Array(ClerkError, { minItems: 1 }),
    clerk_trace_id: Type.String({ description: 'Also in the Clerk-Trace-Id header; names the log lines.' }),
  }),
)
