import * as fc from 'fast-check'

/** A JSON value as its entries in order and the source text of its scalars: nothing that JavaScript rewrites. */
export type Json =
  | { kind: 'object'; entries: [key: string, value: Json][] }
  | { kind: 'array'; items: Json[] }
  | { kind: 'scalar'; source: string }
export type JsonObject = Extract<Json, { kind: 'object' }>

const specialKeys = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '1',
  '0',
  '10',
  '01',
  '-1',
  'a.b',
  'A',
]
const specialTexts = [
  'null',
  '{}',
  '[1]',
  '"',
  '\\',
  '/',
  '\n',
  '\u0000',
  '\ud800',
  '\udc00',
  'é',
  'e\u0301',
  '😀',
  '\u2028',
]

/** Few keys, so that two trees often share one. */
export const keys: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 3, arbitrary: fc.constantFrom(...specialKeys, ...specialTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)

const digits = fc.stringMatching(/^[0-9]{1,20}$/)
/** Numbers in every spelling that JSON knows. */
export const numbers: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1',
    '1.0',
    '-0.0',
    '9007199254740993',
    '1e21',
    '1E21',
    '1e-7',
    '0e0',
    '5e-324',
    '1e-400',
  ),
  fc
    .tuple(
      fc.constantFrom('', '-'),
      digits.map((text) => text.replace(/^0+(?=\d)/, '')),
      fc.option(
        digits.map((text) => `.${text}`),
        { nil: '' },
      ),
      fc.option(
        fc
          .tuple(fc.constantFrom('e', 'E', 'e+', 'e-', 'E-'), fc.integer({ min: 0, max: 280 }))
          .map((parts) => parts.join('')),
        { nil: '' },
      ),
    )
    .map((parts) => parts.join('')),
)

const texts = fc.oneof(fc.constantFrom(...specialTexts), fc.string({ unit: 'binary', maxLength: 8 }))
const scalars: fc.Arbitrary<Json> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom('null', 'true', 'false') },
    { weight: 3, arbitrary: numbers },
    { weight: 3, arbitrary: texts.map((text) => JSON.stringify(text)) },
  )
  .map((source) => ({ kind: 'scalar', source }))

const distinct = (value: fc.Arbitrary<Json>, maxLength: number): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(fc.tuple(keys, value), { selector: ([key]) => key, maxLength })
    .map((entries) => ({ kind: 'object', entries }))

const { value: anyValue, object } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    tie('object'),
    fc.array(tie('value'), { maxLength: 4 }).map((items): Json => ({ kind: 'array', items })),
  ),
  object: distinct(tie('value'), 6),
}))
export const values: fc.Arbitrary<Json> = anyValue
export const objects: fc.Arbitrary<JsonObject> = object

/** The compact text, each text escaped as `JSON.stringify` does. */
export function compact(value: Json): string {
  if (value.kind === 'scalar') return value.source
  if (value.kind === 'array') return `[${value.items.map(compact).join(',')}]`
  return `{${value.entries.map(([key, inner]) => `${JSON.stringify(key)}:${compact(inner)}`).join(',')}}`
}

/** RFC 7396, section 2, as its pseudo code reads, on lists of entries. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (patch.kind !== 'object') return patch
  let entries = target?.kind === 'object' ? [...target.entries] : []
  for (const [key, value] of patch.entries) {
    const at = entries.findIndex(([present]) => present === key)
    if (value.kind === 'scalar' && value.source === 'null')
      entries = entries.filter(([present]) => present !== key)
    else if (at >= 0) entries = entries.with(at, [key, mergePatch(entries[at]![1], value)])
    else entries = [...entries, [key, mergePatch(undefined, value)]]
  }
  return { kind: 'object', entries }
}

/** A run can be repeated with the seed that a failure prints: `FUZZ_SEED=123`. */
export const fuzzRuns = (numRuns: number): { numRuns: number; seed?: number } => {
  const { FUZZ_SEED } = process.env
  return FUZZ_SEED ? { numRuns, seed: Number(FUZZ_SEED) } : { numRuns }
}
