import { type ApiVersion, apiVersionAliases, apiVersionDefault, apiVersions } from '#contract/api-version.ts'
import { Refusal } from '#server/refusal.ts'

const known = (name: string): ApiVersion | undefined =>
  apiVersions.find((version) => version === name) ??
  (Object.hasOwn(apiVersionAliases, name) ? apiVersionAliases[name] : undefined)

/** The version that the request names in its header or its query; both at once is as wrong as an unknown one. */
export function readApiVersion(header: string | undefined, query: string | undefined): ApiVersion {
  if (header === undefined && query === undefined) return apiVersionDefault
  const version = header !== undefined && query !== undefined ? undefined : known((header ?? query)!)
  if (!version) throw new Refusal('api_version_invalid', { versions: apiVersions.join(', ') })
  return version
}
