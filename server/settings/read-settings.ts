import { readFile } from 'node:fs/promises'
import { Ajv, type ErrorObject } from 'ajv'
import { distance } from 'fastest-levenshtein'
import { crossChecks } from './cross-checks.ts'
import { InvalidStart } from './environment.ts'
import { givenPaths } from './given-paths.ts'
import { placeOfMistake } from './malformed-json.ts'
import { type Settings, settingsSchema } from './settings.ts'

/** The message has one line for each problem and names its path, never the value: it may be a secret. */
export class InvalidSettings extends InvalidStart {}

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly minItems?: number
}

const root = settingsSchema as Schema
const isValid = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  code: { optimize: false },
}).compile<Settings>(root)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy with the defaults of all keys that are not given; what does not fit the schema stays as it is. */
function withDefaults(schema: Schema, value: unknown): unknown {
  if (value === undefined && schema.default !== undefined) return structuredClone(schema.default)
  if (!schema.properties) return structuredClone(value)
  const given = value === undefined ? {} : value
  if (!isObject(given)) return given
  const filled: Record<string, unknown> = structuredClone(given)
  for (const [key, property] of Object.entries(schema.properties)) {
    const found = withDefaults(property, Object.hasOwn(given, key) ? given[key] : undefined)
    if (found !== undefined) filled[key] = found
  }
  return filled
}

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

const pathOf = (keys: readonly string[]) =>
  keys.reduce((path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key), '')

function schemaAt(keys: readonly string[]): Schema {
  let schema = root
  for (const key of keys) schema = (schema.properties ? schema.properties[key] : schema.items) ?? {}
  return schema
}

function* everyPath(schema: Schema, above: readonly string[] = []): Generator<string[]> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield [...above, key]
    yield* everyPath(property, [...above, key])
  }
}
const allPaths = [...everyPath(root)]

/** The path that an unknown key was most likely meant to be: a neighbour, unless one elsewhere is nearer. */
function nearestPath(level: readonly string[], wrong: string): string {
  const neighbours = Object.keys(schemaAt(level).properties ?? {}).map((key) => ({
    path: pathOf([...level, key]),
    away: distance(wrong, key),
  }))
  const elsewhere = allPaths
    .map((keys) => ({
      path: pathOf(keys),
      away: Math.min(distance(wrong, keys.at(-1)!), distance(wrong, keys.join('.'))),
    }))
    .filter(({ away }) => away <= wrong.length / 2)
    .sort((a, b) => a.path.split('.').length - b.path.split('.').length)
  // Between equals the order decides: neighbours first, then short paths.
  return [...neighbours, ...elsewhere].reduce((best, other) => (other.away < best.away ? other : best)).path
}

function expectation(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(expectation).join(' or ')
  if (schema.enum) return `one of ${schema.enum.map((name) => `"${name}"`).join(', ')}`
  if (schema.type === 'boolean') return 'true or false'
  if (schema.type === 'null') return 'null'
  if (schema.type === 'array') return schema.minItems ? 'a list of at least one entry' : 'a list'
  if (schema.type === 'string') return schema.minLength ? 'a text that is not empty' : 'a text'
  if (schema.type !== 'integer') return 'an object'
  if (schema.maximum === undefined) return `a whole number of at least ${schema.minimum}`
  return `a whole number from ${schema.minimum} to ${schema.maximum}`
}

function finding(error: ErrorObject): string {
  const value = error.data
  if (error.keyword === 'minimum') return 'a smaller one'
  if (error.keyword === 'maximum') return 'a larger one'
  if (error.keyword === 'enum' && typeof value === 'string') return 'another text'
  if (error.keyword === 'minLength' || error.keyword === 'minItems') return 'an empty one'
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'a text'
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number with a fraction'
  return typeof value === 'boolean' ? 'true or false' : 'an object'
}

/** One line for each place: the branches of a union fail one by one, and only the first is told. */
function problemsOf(errors: readonly ErrorObject[]): string[] {
  const lines = new Map<string, string>()
  for (const error of errors) {
    const keys = keysOf(error.instancePath)
    const path = pathOf(keys)
    const expected = path ? schemaAt(keys) : root
    const wrong = error.params.additionalProperty ?? error.params.missingProperty
    if (error.keyword === 'additionalProperties') {
      const nearest = nearestPath(keys, wrong)
      lines.set(`${path}:${wrong}`, `${pathOf([...keys, wrong])}: no such key; the nearest is ${nearest}`)
    } else if (error.keyword === 'required') {
      const missing = expectation(schemaAt([...keys, wrong]))
      lines.set(`${path}:${wrong}`, `${pathOf([...keys, wrong])}: expected ${missing}, found nothing`)
    } else if (!lines.has(path)) {
      const found = finding(error)
      lines.set(path, `${path || 'the settings'}: expected ${expectation(expected)}, found ${found}`)
    }
  }
  return [...lines.values()]
}

/** Checks the content of a settings file and fills in the defaults. Throws `InvalidSettings`. */
export function readSettings(value: unknown): Settings {
  const settings = withDefaults(root, value ?? null)
  if (!isValid(settings)) throw new InvalidSettings(problemsOf(isValid.errors ?? []).join('\n'))
  const problems = crossChecks(settings)
  if (problems.length > 0) throw new InvalidSettings(problems.join('\n'))
  return settings
}

async function readText(path: string, optional: boolean): Promise<string | undefined> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (optional && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
    throw new InvalidSettings(`${path}: ${reason}`)
  }
  try {
    // The decoder drops a byte order mark and refuses UTF-16, which some editors write.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InvalidSettings(`${path}: not UTF-8 text`)
  }
}

interface LoadedSettings {
  readonly settings: Settings
  /** The paths that the file gives. */
  readonly given: ReadonlySet<string>
}

const loaded = (file: unknown): LoadedSettings => ({ settings: readSettings(file), given: givenPaths(file) })

/** Reads the settings file; without one, all defaults, if it is `optional`. Throws `InvalidSettings`. */
export async function loadSettings(
  path: string,
  options: { optional?: boolean } = {},
): Promise<LoadedSettings> {
  const text = await readText(path, options.optional ?? false)
  if (text === undefined) return loaded({})
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { line, column } = placeOfMistake(text)
    throw new InvalidSettings(`${path}: not valid JSON from line ${line}, column ${column} on`)
  }
  try {
    return loaded(value)
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error
    throw new InvalidSettings(error.message.replace(/^/gm, `${path}: `))
  }
}
