import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { readTree, UnreadableNumber, writeTree } from '#server/json-text.ts'
import { compact, fuzzRuns, type Json, numbers, values } from '#tests/fuzz/json-trees.ts'

/** Draws the white space and the escapes that a client may choose. */
function spelled(value: Json, draw: () => number): string {
  const blank = () => ['', '', '', ' ', '\n', '\t\r\n'][draw() % 6]!
  const text = (source: string) => {
    const plain: string = JSON.parse(source)
    const units = Array.from({ length: plain.length }, (_, i) => plain[i]!)
    const escaped = units.map((unit) => {
      const code = unit.charCodeAt(0)
      const mustEscape = code < 0x20 || unit === '"' || unit === '\\' || (code >= 0xd800 && code <= 0xdfff)
      const hex = `\\u${code.toString(16).padStart(4, '0')}`
      if (unit === '/' && draw() % 2) return '\\/'
      if (!mustEscape && draw() % 4) return unit
      return draw() % 2 ? hex : hex.toUpperCase().replace('\\U', '\\u')
    })
    return `"${escaped.join('')}"`
  }
  const write = (one: Json): string => {
    if (one.kind === 'scalar') return one.source.startsWith('"') ? text(one.source) : one.source
    const inner =
      one.kind === 'array'
        ? one.items.map((item) => blank() + write(item) + blank())
        : one.entries.map(
            ([key, item]) =>
              `${blank()}${text(JSON.stringify(key))}${blank()}:${blank()}${write(item)}${blank()}`,
          )
    return one.kind === 'array' ? `[${inner.join(',') || blank()}]` : `{${inner.join(',') || blank()}}`
  }
  return blank() + write(value) + blank()
}

const choices = fc.infiniteStream(fc.nat(23))

test('whatever the spelling of a text, its compact form is one: order, digits and keys as they came', () => {
  fc.assert(
    fc.property(values, choices, (value, stream) => {
      const source = spelled(value, () => stream.next().value as number)
      JSON.parse(source)
      assert.equal(writeTree(readTree(source)), compact(value))
    }),
    fuzzRuns(2000),
  )
})

test('the compact form means what JSON.parse understands, and stays as it is when it is read again', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (source) => {
      const once = writeTree(readTree(source))
      assert.deepEqual(JSON.parse(once), JSON.parse(source))
      assert.equal(writeTree(readTree(once)), once)
    }),
    fuzzRuns(2000),
  )
})

/** An object whose keys may come twice, as text, and as the entries that count. */
const repeated = fc.array(fc.tuple(fc.constantFrom('a', 'b', '1', '__proto__', ''), values), { maxLength: 8 })

test('of repeated keys the last value counts, in the first place, at every depth', () => {
  fc.assert(
    fc.property(repeated, fc.constantFrom('T', '{"o":T}', '[T]', '{"o":[[{"i":T}]]}'), (pairs, around) => {
      const member = ([key, value]: readonly [string, Json]) => `${JSON.stringify(key)}:${compact(value)}`
      const last = new Map(pairs)
      const told: string[] = []
      const tree = readTree(
        around.replace('T', () => `{${pairs.map(member).join(',')}}`),
        (key) => told.push(key),
      )
      const expected = `{${[...last].map(member).join(',')}}`
      assert.equal(
        writeTree(tree),
        around.replace('T', () => expected),
      )
      const again = pairs.map(([key]) => key).filter((key, i, all) => all.indexOf(key) < i)
      assert.deepEqual(told, around === 'T' ? again : [])
    }),
    fuzzRuns(1000),
  )
})

test('a number is refused exactly if no double holds it, and the key above it is named', () => {
  const exponents = fc
    .tuple(
      numbers.filter((source) => !/e/i.test(source)),
      fc.integer({ min: -700, max: 700 }),
    )
    .map(([mantissa, exponent]) => `${mantissa}e${exponent}`)
  fc.assert(
    fc.property(exponents, fc.constantFrom('N', '[N]', '{"b":[1,{"c":N}]}'), (number, place) => {
      const source = `{"first":0,"named":${place.replace('N', number)},"last":0}`
      if (Number.isFinite(Number(number))) assert.equal(writeTree(readTree(source)), source)
      else
        assert.throws(
          () => readTree(source),
          (error) => error instanceof UnreadableNumber && error.key === 'named',
        )
    }),
    fuzzRuns(2000),
  )
})
