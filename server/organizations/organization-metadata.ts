import type { JsonText } from '#contract/shapes.ts'
import { refuseAny } from '#server/refusal.ts'
import { emptyMetadata, mergeMetadata, metadataProblems } from '#server/users/metadata.ts'
import type { Organization } from './organization.ts'

type Fields = Partial<Record<'public_metadata' | 'private_metadata', JsonText>>

interface Given {
  readonly public_metadata?: JsonText | null
  readonly private_metadata?: JsonText | null
}

const fields = ['public_metadata', 'private_metadata'] as const

/** What is stored of each given field. Both read as objects in every answer, so that null clears. */
function written(
  given: Given,
  storedOf: (field: keyof Fields, value: JsonText | null) => JsonText | undefined,
) {
  const values = fields.flatMap((field) => {
    const value = given[field]
    const stored = value === undefined ? undefined : storedOf(field, value)
    return stored === undefined ? [] : [[field, stored] as const]
  })
  refuseAny(values.flatMap(([field, value]) => metadataProblems(field, value)))
  return Object.fromEntries(values) as Fields
}

export const wholeFields = (given: Given): Fields => written(given, (_, value) => value ?? emptyMetadata)

/** Null counts as not sent: a slip must not erase a whole field. */
export const mergedFields = (organization: Organization, given: Given): Fields =>
  written(given, (field, value) => (value === null ? undefined : mergeMetadata(organization[field], value)))
