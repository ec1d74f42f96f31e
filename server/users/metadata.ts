import { type JsonText, jsonText } from '#contract/shapes.ts'
import { type JsonTree, readTree, writeTree } from '#server/json-text.ts'
import { type Problem, problem } from '#server/refusal.ts'

export const metadataBytesMax = 8192

export const metadataFields = ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const
export type MetadataField = (typeof metadataFields)[number]

export const emptyMetadata = jsonText('{}')

/** Merge patch (RFC 7396) of one level; `target` is ours to change. */
function mergeTree(target: Map<string, JsonTree>, patch: Map<string, JsonTree>): Map<string, JsonTree> {
  for (const [key, value] of patch) {
    if (value === 'null') target.delete(key)
    else if (typeof value === 'string') target.set(key, value)
    else {
      const present = target.get(key)
      target.set(key, mergeTree(present instanceof Map ? present : new Map(), value))
    }
  }
  return target
}

/**
 * Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. Keys keep
 * their place and new ones follow; numbers keep their digits, because nothing passes through a JavaScript
 * object.
 */
export function mergeMetadata(stored: JsonText, patch: JsonText): JsonText {
  const target = readTree(stored)
  const change = readTree(patch)
  if (typeof change === 'string') return stored
  const merged = mergeTree(target instanceof Map ? target : new Map(), change)
  // A stored null stays one until a key is added to it.
  return typeof target === 'string' && merged.size === 0 ? stored : writeTree(merged)
}

/** The size limit of one field, in bytes of UTF-8. */
export const metadataProblems = (field: MetadataField, value: JsonText): Problem[] =>
  Buffer.byteLength(value) > metadataBytesMax
    ? [problem('form_param_exceeds_allowed_size', { param: field })]
    : []

/**
 * What is stored where a caller writes the field whole. Null is kept in the private field only: the
 * answers promise an object for the other two.
 */
export const wholeMetadata = (field: MetadataField, value: JsonText | null): JsonText =>
  value ?? (field === 'private_metadata' ? jsonText('null') : emptyMetadata)
