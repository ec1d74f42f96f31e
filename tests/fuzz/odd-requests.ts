import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Answer } from '#tests/running-server.ts'

/** How often a property is tried, and with which seed: `BARTLEBY_FUZZ_RUNS=5000 BARTLEBY_FUZZ_SEED=7 npm test -- tests/fuzz`. */
export const runs = (usual: number) => ({
  numRuns: Number(process.env.BARTLEBY_FUZZ_RUNS || usual),
  seed: Number(process.env.BARTLEBY_FUZZ_SEED || 20_261_124),
})

const innards = /node:internal|node_modules|sqlite|postgres|syntax error|\bat .*\.ts:\d+/i

/** No request, however odd, is answered with 5xx, or tells how the server is made. */
export function checkSane(answer: Answer, sent: unknown): void {
  assert.ok(answer.status < 500, `${JSON.stringify(sent)} ${answer.text}`)
  if (answer.status >= 400) assert.doesNotMatch(answer.text.replace(/"long_message":"[^"]*"/g, ''), innards)
}

const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    'true',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '\0',
    '\n',
    '\ufeff',
    '\uffff',
    '💥',
  ],
  ...[
    "' or 1=1 --",
    '__proto__',
    'constructor',
    `$${'{1}'}`,
    '{param}',
    '$&',
    '../..',
    '<script>',
    '%00',
    'a'.repeat(300),
  ],
  ...[
    'user_',
    'idn_',
    '+1',
    '+12025550100',
    'a@b.co',
    '0x',
    '99999999999999999999',
    '-0',
    '\u202e',
    'ß',
    'İ',
    'ﬁ',
  ],
)
/** Texts that have hurt others, and any text at all. */
export const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
