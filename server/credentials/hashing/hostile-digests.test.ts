import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { digestExamples, examplePassword } from '#tests/digest-examples.ts'
import { fuzzRuns } from '#tests/fuzz/json-trees.ts'
import { boundaryDigests, malformedDigests, tooCostlyDigests } from '#tests/hostile-digests.ts'

/** Every start of a hash is counted, by whatever function; so the hashers are imported only afterwards. */
let started = 0
type Functions = Record<string, (...given: unknown[]) => unknown>
function countCalls(owner: object, names: readonly string[]): void {
  const functions = owner as Functions
  for (const name of names) {
    const original = functions[name]!
    functions[name] = (...given) => {
      started++
      return original(...given)
    }
  }
}
const hashing = ['hash', 'createHash', 'createHmac', 'createCipheriv', 'pbkdf2', 'scrypt', 'argon2']
countCalls(crypto, [...hashing, 'pbkdf2Sync', 'scryptSync', 'argon2Sync'])
syncBuiltinESMExports()
countCalls(createRequire(import.meta.url)('@node-rs/bcrypt'), ['hash', 'hashSync', 'verify', 'verifySync'])
const { passwordHashers, readDigest } = await import('./hashers.ts')

const huge = 'a'.repeat(1_000_000)

/** Of several runs the quickest: the others were held up by what else the machine does. */
function quickest(hasher: string, digest: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run++) {
    const before = performance.now()
    readDigest(hasher, digest)
    best = Math.min(best, performance.now() - before)
  }
  return best
}
const refusalMsMax = 10

function refuses(hasher: string, digest: string, answer: string): void {
  const about = `${hasher}: ${digest.slice(0, 200)}`
  assert.equal(readDigest(hasher, digest), answer, about)
  const ms = quickest(hasher, digest)
  assert.ok(ms < refusalMsMax, `${about}: ${ms} ms`)
}

for (const [answer, table] of Object.entries({
  malformed: malformedDigests,
  'too costly': tooCostlyDigests,
})) {
  for (const [hasher, digests] of Object.entries(table)) {
    test(`${hasher}: ${digests.length} digests are ${answer}, at once and before any hashing`, () => {
      started = 0
      for (const digest of digests) refuses(hasher, digest, answer)
      assert.equal(started, 0)
    })
  }
}

test('no hasher takes a digest that is empty, huge, of another hasher or no plain text', () => {
  started = 0
  for (const hasher of passwordHashers) {
    const [example = 'awscognito#eu-west-1_AbC#3n4b#ada'] =
      hasher === 'awscognito' ? [] : digestExamples[hasher]
    assert.equal(typeof readDigest(hasher, example), 'object')
    const hostile = [
      '',
      '$',
      '$'.repeat(4096),
      huge,
      '$'.repeat(1_000_000),
      `${example}${huge}`,
      `${huge}${example}`,
    ]
    for (const sign of ['\0', '\n', '\r', '\x7f', '\u0085', '\uD800'])
      hostile.push(`${example}${sign}`, `${sign}${example}`, example.replace('$', `$${sign}`))
    for (const digest of hostile.filter((one) => one !== example)) refuses(hasher, digest, 'malformed')
  }
  assert.equal(started, 0)
})

test('the dearest digests that are taken are taken at once, too', () => {
  started = 0
  for (const [hasher, digest] of boundaryDigests) {
    assert.equal(typeof readDigest(hasher, digest), 'object', digest)
    assert.ok(quickest(hasher, digest) < refusalMsMax, digest)
  }
  assert.equal(started, 0)
})

test('the counter counts: a password that is verified starts a hash', async () => {
  for (const [hasher, [digest]] of Object.entries(digestExamples)) {
    started = 0
    const verifier = readDigest(hasher, digest!)
    assert.ok(typeof verifier === 'object')
    await verifier.verify!(examplePassword)
    assert.ok(started > 0, hasher)
  }
})

test('whatever the text is, reading it neither throws nor hashes nor takes long', () => {
  const examples = Object.values(digestExamples).flat()
  const edited = fc
    .tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 40 }))
    .map(([text, from, length, put]) => {
      const at = from % (text.length + 1)
      return text.slice(0, at) + put + text.slice(at + length)
    })
  const signs = fc.constantFrom(
    '$',
    '=',
    ',',
    ':',
    '#',
    '{',
    '/',
    '+',
    '9',
    'a',
    '2b',
    'm=',
    'scrypt',
    'v=19',
  )
  const built = fc.array(signs, { maxLength: 4000 }).map((parts) => parts.join(''))
  const repeated = fc
    .tuple(fc.constantFrom(...examples), fc.integer({ min: 1, max: 60 }))
    .map(([text, times]) => text.repeat(times))
  const texts = fc.oneof(edited, built, repeated, fc.string({ unit: 'binary', maxLength: 5000 }))
  started = 0
  fc.assert(
    fc.property(fc.constantFrom(...passwordHashers), texts, (hasher, digest) => {
      const reading = readDigest(hasher, digest)
      assert.ok(typeof reading === 'object' || reading === 'malformed' || reading === 'too costly')
      const before = performance.now()
      readDigest(hasher, digest)
      if (performance.now() - before < refusalMsMax) return
      assert.ok(quickest(hasher, digest) < refusalMsMax)
    }),
    fuzzRuns(5000),
  )
  assert.equal(started, 0)
})
