/** `first_name` becomes `firstName`. Every wire name comes back from `wireName` as it was. */
export const camelName = (name: string): string =>
  name.replace(/(?!^)_([a-z])/g, (_, letter: string) => letter.toUpperCase())

export const wireName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The value with its keys renamed at every depth. What lies below a free field, such as metadata, belongs
 * to the caller: it is passed on as it is, the very same object.
 */
export function renameKeys(
  value: unknown,
  rename: (name: string) => string,
  freeFields: ReadonlySet<string>,
): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename, freeFields))
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return rfc3339(value)
  const renamed = Object.entries(value).map(([name, inner]): [string, unknown] => [
    rename(name),
    freeFields.has(wireName(name)) ? inner : renameKeys(inner, rename, freeFields),
  ])
  return Object.fromEntries(renamed)
}

function rfc3339(date: Date): string {
  // JSON would send null, which the API reads as "none".
  if (Number.isNaN(date.getTime())) throw new TypeError('A date of the request is invalid.')
  return date.toISOString()
}
