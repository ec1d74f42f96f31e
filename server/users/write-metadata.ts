import type { JsonText } from '#contract/shapes.ts'
import type { Problem } from '#server/refusal.ts'
import { differing } from './change-user.ts'
import { type MetadataField, metadataProblems } from './metadata.ts'
import type { User, UserAttributes } from './user.ts'

/** The fields as they shall be stored, less those that stay as they are, and which of them are too large. */
export function writeMetadata(
  user: User,
  fields: readonly (readonly [MetadataField, JsonText])[],
): { attributes: Partial<UserAttributes>; problems: Problem[] } {
  const attributes = differing(user, Object.fromEntries(fields))
  const problems = fields
    .filter(([field]) => field in attributes)
    .flatMap(([field, value]) => metadataProblems(field, value))
  return { attributes, problems }
}
