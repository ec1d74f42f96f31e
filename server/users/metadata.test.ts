import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type JsonText, jsonText } from '#contract/shapes.ts'
import { emptyMetadata, mergeMetadata, metadataProblems, wholeMetadata } from '#server/users/metadata.ts'

const merged = (stored: string, patch: string): string => mergeMetadata(jsonText(stored), jsonText(patch))

/** The examples of RFC 7396, appendix A, of which stored and patch are objects; each under a key where the RFC has bare values. */
const published: [stored: string, patch: string, result: string][] = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['{"x":["a","b"]}', '{"x":["c","d"]}', '{"x":["c","d"]}'],
  ['{"x":["a","b"]}', '{"x":{"a":"b"}}', '{"x":{"a":"b"}}'],
  ['{"x":{"a":"foo"}}', '{"x":"bar"}', '{"x":"bar"}'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['{"x":[1,2]}', '{"x":{"a":"b","c":null}}', '{"x":{"a":"b"}}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
]

test('the published examples of RFC 7396 hold', () => {
  for (const [stored, patch, result] of published)
    assert.equal(merged(stored, patch), result, `${stored} + ${patch}`)
})

test('a stored value that is no object begins as an empty one', () => {
  assert.equal(merged('null', '{"a":{"b":1,"c":null}}'), '{"a":{"b":1}}')
})

test('a patch that is no object leaves what is stored', () => {
  for (const patch of ['null', '1', '"x"', '[]']) assert.equal(merged('{"a":1}', patch), '{"a":1}')
})

test('kept keys keep their place, removed ones that return go last', () => {
  assert.equal(merged('{"b":1,"2":2,"a":3,"1":4}', '{"1":0,"b":0}'), '{"b":0,"2":2,"a":3,"1":0}')
  assert.equal(merged(merged('{"a":1,"b":2}', '{"a":null}'), '{"a":1}'), '{"b":2,"a":1}')
  assert.equal(merged('{"a":{"x":1},"b":2}', '{"a":5}'), '{"a":5,"b":2}')
})

test('a text of null is no null', () => {
  assert.equal(merged('{"a":1}', '{"a":"null","null":"a"}'), '{"a":"null","null":"a"}')
})

test('hostile keys are data', () => {
  const stored = '{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}}}'
  const patch = '{"__proto__":{"toString":2},"constructor":{"prototype":{"b":null}},"hasOwnProperty":3}'
  assert.equal(
    merged(stored, patch),
    '{"__proto__":{"a":1,"toString":2},"constructor":{"prototype":{}},"hasOwnProperty":3}',
  )
  assert.equal(merged(stored, '{"__proto__":null}'), '{"constructor":{"prototype":{"b":1}}}')
  assert.equal(({} as { a?: number }).a, undefined)
})

test('digits survive on both sides of a merge', () => {
  const numbers = '"a":1.0,"b":-0,"c":9007199254740993,"d":1e21,"e":1E-7'
  assert.equal(merged(`{${numbers}}`, '{"z":1.10}'), `{${numbers},"z":1.10}`)
  assert.equal(merged('{"z":1}', `{${numbers}}`), `{"z":1,${numbers}}`)
})

test('a thousand levels merge', () => {
  const deep = (inner: string) => `${'{"a":'.repeat(1000)}${inner}${'}'.repeat(1000)}`
  assert.equal(merged(deep('{"x":1}'), deep('{"y":2,"x":null}')), deep('{"y":2}'))
})

const sized = (bytes: number, filler: string): JsonText => {
  const room = bytes - 8
  const count = Math.floor(room / Buffer.byteLength(filler))
  return jsonText(`{"k":"${filler.repeat(count)}${'x'.repeat(room - count * Buffer.byteLength(filler))}"}`)
}

test('8192 bytes of UTF-8 are no problem, 8193 are one that names the field', () => {
  for (const filler of ['x', 'é', '日', '😀'])
    for (const field of ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const) {
      assert.deepEqual(metadataProblems(field, sized(8192, filler)), [])
      const [problem, ...more] = metadataProblems(field, sized(8193, filler))
      assert.deepEqual(more, [])
      assert.equal(problem!.name, 'form_param_exceeds_allowed_size')
      assert.deepEqual(problem!.details, { param: field })
    }
})

test('a whole null stays null in the private field alone', () => {
  assert.equal(wholeMetadata('private_metadata', null), 'null')
  assert.equal(wholeMetadata('public_metadata', null), emptyMetadata)
  assert.equal(wholeMetadata('unsafe_metadata', null), '{}')
  assert.equal(wholeMetadata('public_metadata', jsonText('{"a":null}')), '{"a":null}')
})
