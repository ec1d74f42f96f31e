import { type Static, type TSchema, Type } from 'typebox'

/** The value or null, printed as `type: [x, 'null']`, which generators of clients read best. */
export function nullable<T extends TSchema & { type?: string }>(schema: T) {
  const { type, enum: values, ...rest } = schema as Record<string, unknown>
  return Type.Unsafe<Static<T> | null>(
    typeof type === 'string'
      ? { ...rest, type: [type, 'null'], ...(values ? { enum: [...(values as unknown[]), null] } : {}) }
      : { anyOf: [schema, { type: 'null' }] },
  )
}

/** A switch of a body; null means that it is not given. */
export const flag = (description: string) => Type.Optional(nullable(Type.Boolean({ description })))

/** One of the given words. */
export const words = <const T extends string[]>(values: T, options: object = {}) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: values, ...options })

/** Unix time in milliseconds, always an integer. */
export const Milliseconds = (description: string) => Type.Integer({ description, format: 'int64' })

/** A JSON object with any keys. It travels as text (see `JsonText`), so numbers and key order survive. */
export const JsonObject = (description: string) =>
  Type.Unsafe<JsonText>({ type: 'object', additionalProperties: true, description })

/** The source text of a JSON value. Never parsed into a JavaScript object and back. */
export type JsonText = string & { readonly json: true }

/** Marks a text that is known to be well-formed JSON. */
export const jsonText = (text: string): JsonText => text as JsonText

/** Type.Object with a name: it becomes a component of the OpenAPI document. */
export const named = <T extends TSchema>(title: string, schema: T): T => Object.assign(schema, { title })
