// Made by `npm run generate` from contract/. Edit that, not this file.
/** Wire names of the fields whose keys are the caller's own: nothing below them is renamed. */
export const freeFields: ReadonlySet<string> = new Set([
  'actor',
  'claims',
  'private_metadata',
  'public_metadata',
  'request_headers',
  'unsafe_metadata',
])
