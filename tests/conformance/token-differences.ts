import type { Difference } from './difference.ts'

/** Tokens, their templates and keys. */
export const tokenDifferences: readonly Difference[] = [
  {
    topic: 'Lists of JWT templates with `paginated=true`',
    ours: 'An object with `data` and `total_count`.',
    theirs: 'The published file has a bare array.',
    reason: '`@clerk/backend` asks for `paginated` always, and its types have the object.',
  },
  {
    topic: 'Shortcodes in JWT templates',
    ours: 'Within other text an unknown value is nothing; `||` passes over null, false and the empty text; private metadata has no shortcode.',
    theirs: 'Described in guides, not in the published files.',
    reason:
      'A word such as "null" in the middle of a name helps nobody; a token can be read by whoever holds it.',
  },
  {
    topic: 'Custom signing keys of JWT templates',
    ours: 'RS256, RS384, RS512 with 2048 bits and more; HS256, HS384, HS512 with a secret no shorter than the hash.',
    theirs: 'Not published.',
    reason: 'RFC 7518 demands these lengths; a short secret is guessed from one token.',
  },
  {
    topic: 'Testing tokens',
    ours: 'Issued, and needed nowhere: there is no protection against bots that they would get past.',
    theirs: 'Let test tools past the protection against bots.',
    reason: 'Test suites that ask for one run unchanged.',
  },
]
