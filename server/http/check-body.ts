import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { TObject, TSchema } from 'typebox'
import { type Problem, problem } from '#server/refusal.ts'

interface Shape {
  type?: string | string[]
  format?: string
  items?: Shape
  additionalProperties?: unknown
  enum?: unknown[]
}

const typesOf = (schema: Shape) => [schema.type ?? []].flat()

/** An object of any keys, which travels as source text. */
export const isMetadata = (schema: TSchema): boolean =>
  typesOf(schema as Shape).includes('object') && (schema as Shape).additionalProperties === true

const nouns: Record<string, string> = {
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a JSON object',
  null: 'null',
}

/** The expected type in words, such as `an array of strings` or `a string or null`. */
const describe = (schema: Shape): string =>
  typesOf(schema)
    .map((type) =>
      type === 'array' ? `an array of ${typesOf(schema.items ?? {}).join(' or ')}s` : nouns[type],
    )
    .join(' or ')

const invalid = (param: string, what: string) => problem('form_param_value_invalid', { param, problem: what })

/** The problem that a failed keyword stands for; `schema` is that of the whole parameter. */
function problemOf(error: ErrorObject, param: string, schema: Shape): Problem {
  switch (error.keyword) {
    case 'type':
      return isMetadata(schema as TSchema)
        ? invalid(param, 'must be a JSON object')
        : problem('form_param_type_invalid', { param, expected: describe(schema) })
    case 'required':
      return problem('form_param_missing', { param })
    case 'minLength':
      return problem('form_param_nil', { param })
    case 'maxLength':
      return problem('form_param_max_length_exceeded', { param, max: error.params.limit })
    case 'maxItems':
      return problem('form_param_array_size_exceeded', { param, max: error.params.limit })
    case 'maximum':
      return problem('form_param_value_too_large', { param, max: error.params.limit })
    case 'minimum':
      return invalid(param, `must not be less than ${error.params.limit}`)
    case 'enum':
      return invalid(param, `must be one of ${(error.params.allowedValues as unknown[]).join(', ')}`)
    default:
      return invalid(param, error.message ?? 'is invalid')
  }
}

/** Control characters and halves of surrogate pairs: no database keeps all of them, and no name needs them. */
const isUnstorable = (text: string) => /\p{Cc}/u.test(text) || !text.isWellFormed()

/** A password is never stored as it is, and may hold what its owner could type elsewhere. */
function hasUnstorable(value: unknown, schema: Shape | undefined): boolean {
  if (typeof value === 'string')
    return schema?.format === 'password' ? !value.isWellFormed() : isUnstorable(value)
  return Array.isArray(value) && value.some((item) => typeof item === 'string' && isUnstorable(item))
}

/** Formats are not looked at here: the verbs read times, and tell what is wrong with them beside other values. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  validateFormats: false,
  // Optimising the generated code costs more at the start than it ever saves.
  code: { optimize: false },
})

/** Checks a body against its closed schema: one problem for each wrong parameter, in the order of the body. */
export function createBodyCheck(schema: TObject): (input: Record<string, unknown>) => Problem[] {
  const validate = ajv.compile(schema)
  return (input) => {
    const found = new Map<string, Problem>()
    if (!validate(input))
      for (const error of validate.errors ?? []) {
        const { additionalProperty, missingProperty } = error.params
        const param = additionalProperty ?? missingProperty ?? error.instancePath.split('/')[1] ?? ''
        if (found.has(param)) continue
        const known = Object.hasOwn(schema.properties, param)
        if (!known) found.set(param, problem('form_param_unknown', { param }))
        else if (input[param] === null && schema.required?.includes(param))
          found.set(param, problem('form_param_nil', { param }))
        else found.set(param, problemOf(error, param, schema.properties[param]!))
      }
    for (const [param, value] of Object.entries(input))
      if (!found.has(param) && hasUnstorable(value, schema.properties[param]))
        found.set(param, invalid(param, 'has characters that cannot be stored'))
    const missing = (schema.required ?? []).filter((param) => !Object.hasOwn(input, param))
    return [...Object.keys(input), ...missing].flatMap((param) => found.get(param) ?? [])
  }
}
