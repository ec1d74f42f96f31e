/** The published versions of the API, oldest first. One answer shape serves them all. */
export const apiVersions = ['2021-02-05', '2024-10-01', '2025-04-10', '2025-11-10', '2026-05-12'] as const
export type ApiVersion = (typeof apiVersions)[number]

/** Dates that appear in specification files but not in the published list, and the version they mean. */
export const apiVersionAliases: Record<string, ApiVersion> = { '2025-03-12': '2025-04-10' }

/** Assumed when a caller names no version: the most permissive one, as old clients and curl expect. */
export const apiVersionDefault: ApiVersion = '2021-02-05'

/** From this version on a user's metadata is changed through its own operations only. */
export const metadataLeavesUpdate: ApiVersion = '2026-05-12'

/** From this version on session tokens have the claims of version 2. */
export const sessionTokensHaveVersion: ApiVersion = '2025-04-10'
