const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths that a settings file speaks of, such as `organizations.enabled`; everything else has its default. */
export function givenPaths(file: unknown, above = ''): ReadonlySet<string> {
  const paths = new Set<string>()
  if (!isGroup(file)) return paths
  for (const [key, value] of Object.entries(file)) {
    const path = above + key
    paths.add(path)
    for (const below of givenPaths(value, `${path}.`)) paths.add(below)
  }
  return paths
}
