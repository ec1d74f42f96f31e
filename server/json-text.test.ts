import assert from 'node:assert/strict'
import { test } from 'node:test'
import { depthMax, readItems, readTree, TooDeep, UnreadableNumber, writeTree } from '#server/json-text.ts'

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const roundTrip = (text: string) => writeTree(readTree(text))

test('numbers, key order and hostile keys survive', () => {
  const text = '{"b":1,"2":1.0,"1":-0,"__proto__":{"x":9007199254740993},"c":[1e21,{"z":1,"0":2}]}'
  assert.equal(roundTrip(text), text)
})

test('whitespace goes, escapes are written one way', () => {
  assert.equal(roundTrip(' { "\\u0061" : [ "\\u00e9\\/" , true ] } '), '{"a":["é/",true]}')
  assert.equal(roundTrip('{"a":"\\u0000\\ud800"}'), '{"a":"\\u0000\\ud800"}')
})

test('of repeated keys the last wins, and those at the top are told', () => {
  const told: string[] = []
  const tree = readTree('{"a":1,"b":{"c":1,"c":2},"a":3}', (key) => told.push(key))
  assert.equal(writeTree(tree), '{"a":3,"b":{"c":2}}')
  assert.deepEqual(told, ['a'])
})

test('what cannot be read back elsewhere is refused', () => {
  assert.throws(() => readTree('{"a":1e400}'), UnreadableNumber)
  assert.throws(() => readTree(nested(depthMax + 1)), TooDeep)
  const deepest = nested(depthMax)
  assert.equal(roundTrip(deepest), deepest)
})

test('the items of an array come as their source texts', () => {
  assert.deepEqual(readItems(' [ {"n": 1.0, "2":[1, 2]}, "a\\u00e9", [], 12345678901234567890 ] '), [
    '{"n":1.0,"2":[1,2]}',
    '"aé"',
    '[]',
    '12345678901234567890',
  ])
  assert.deepEqual(readItems('[]'), [])
})
