import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { Type } from 'typebox'
import { Refusal } from '#server/refusal.ts'
import { parseQuery, readQuery } from './read-query.ts'

const parsed = (query: string) => Object.fromEntries(parseQuery(`/users?${query}`))

const schema = Type.Object({
  words: Type.Optional(Type.Array(Type.String(), { maxItems: 3 })),
  flag: Type.Optional(Type.Boolean()),
  at: Type.Optional(Type.Integer({ format: 'int64' })),
  limit: Type.Optional(Type.Integer()),
  text: Type.Optional(Type.String()),
})
const read = (query: string) => readQuery(schema, parseQuery(`/users?${query}`))

/** What the reader complains about, as `name param`. */
function problems(query: string): string[] {
  try {
    read(query)
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error.problems.map(({ name, details }) => [name, details.param].filter(Boolean).join(' '))
  }
  return []
}

suite('parseQuery', () => {
  test('without a question mark there is nothing', () => {
    assert.equal(parseQuery('/users').size, 0)
    assert.equal(parseQuery('').size, 0)
    assert.equal(parseQuery('/users?').size, 0)
  })

  test('values of a key keep their order, keys too', () => {
    assert.deepEqual(parsed('b=2&a=1&b=1&a=2'), { b: ['2', '1'], a: ['1', '2'] })
    assert.deepEqual([...parseQuery('/?b=1&a=1&b=2').keys()], ['b', 'a'])
  })

  test('a key without a value has an empty one; further signs belong to the value', () => {
    assert.deepEqual(parsed('a&b=&c=1=2==&=x'), { a: [''], b: [''], c: ['1=2=='], '': ['x'] })
    assert.deepEqual(parsed('a=1?b=2'), { a: ['1?b=2'] })
  })

  test('empty segments are nothing', () => {
    assert.deepEqual(parsed('&&a=1&&&b=2&'), { a: ['1'], b: ['2'] })
  })

  test('escapes are decoded once, in keys and values; a plus is a space', () => {
    assert.deepEqual(parsed('a%3D=%26%3D%2B&b+c=d+e%2520'), { 'a=': ['&=+'], 'b c': ['d e%20'] })
  })

  test('brackets at the end of a key are dropped, once and only there', () => {
    assert.deepEqual(parsed('a[]=1&a%5B%5D=2&a=3&b[][]=4&c[0]=5&[]d=6'), {
      a: ['1', '2', '3'],
      'b[]': ['4'],
      'c[0]': ['5'],
      '[]d': ['6'],
    })
  })

  test('keys that JavaScript treats specially are keys like others', () => {
    const query = parseQuery('/?__proto__=1&constructor=2&hasOwnProperty=3')
    assert.deepEqual(query.get('__proto__'), ['1'])
    assert.deepEqual([...query.keys()], ['__proto__', 'constructor', 'hasOwnProperty'])
    assert.deepEqual(read('__proto__=1&constructor=2&toString=3'), {})
  })

  test('an escape that cannot be decoded is refused', () => {
    for (const bad of ['%', '%1', '%zz', '%ff', '%C3%28', '%ED%A0%80'])
      for (const query of [`a=${bad}`, `${bad}=a`, `x=1&${bad}`])
        assert.throws(
          () => parseQuery(`/?${query}`),
          (error) => error instanceof Refusal && error.problems[0]?.name === 'malformed_request_parameters',
          query,
        )
  })

  test('whatever a client encodes arrives as it was', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => one.isWellFormed())
    const key = text.filter((one) => !one.endsWith('[]'))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, text), { maxLength: 10 }), (pairs) => {
        const wanted = new Map<string, string[]>()
        for (const [name, value] of pairs) wanted.set(name, [...(wanted.get(name) ?? []), value])
        // As URLSearchParams writes it (JavaScript) and as encodeURIComponent does (others).
        const others = pairs.map((pair) => pair.map(encodeURIComponent).join('='))
        assert.deepEqual(new Map(parseQuery(`/?${new URLSearchParams(pairs)}`)), wanted)
        assert.deepEqual(new Map(parseQuery(`/?${others.join('&')}`)), wanted)
      }),
    )
  })
})

suite('readQuery', () => {
  test('what the operation does not declare is left out', () => {
    assert.deepEqual(read('other=1&words=a&Words=b&word=c'), { words: ['a'] })
    assert.deepEqual(read(''), {})
  })

  test('an array takes every value, empty ones too, up to its bound', () => {
    assert.deepEqual(read('words='), { words: [''] })
    assert.deepEqual(read('words=a&words=&words=c'), { words: ['a', '', 'c'] })
    assert.deepEqual(problems('words=a&words=b&words=c&words=d'), ['form_param_array_size_exceeded words'])
  })

  test('of a repeated single value the first counts, and an empty one is none', () => {
    assert.deepEqual(read('text=a&text=b&flag=true&flag=x&at=1&at=x'), { text: 'a', flag: true, at: 1 })
    const empty = read('text=&flag=&at=&limit=')
    assert.deepEqual(
      Object.values(empty).filter((value) => value !== undefined),
      [],
    )
    assert.equal(read('text=&text=b').text, undefined)
  })

  test('true and false are the only booleans', () => {
    assert.deepEqual(read('flag=true'), { flag: true })
    assert.deepEqual(read('flag=false'), { flag: false })
    for (const word of ['TRUE', '1', '0', 'yes', 'true ', 'null'])
      assert.deepEqual(problems(`flag=${word}`), ['form_param_value_invalid flag'], word)
  })

  test('a time is a decimal integer', () => {
    for (const [text, time] of [
      ['0', 0],
      ['1700000000000', 1_700_000_000_000],
      ['-62135596800000', -62_135_596_800_000],
      ['007', 7],
    ] as const)
      assert.deepEqual(read(`at=${text}`), { at: time })
    for (const text of ['x', '1.5', '1e3', '0x1', '1_000', ' 1', '1 ', '--1', '-', 'NaN', 'Infinity', '١'])
      assert.deepEqual(problems(`at=${encodeURIComponent(text)}`), ['form_param_invalid_date at'], text)
  })

  test('any other integer that is none counts as absent', () => {
    assert.equal(read('limit=25').limit, 25)
    assert.equal(read('limit=-3').limit, -3)
    for (const text of ['x', '1.5', '1e3', '0x1', ' 1', 'NaN', '--1', '١'])
      assert.equal(read(`limit=${encodeURIComponent(text)}`).limit, undefined, text)
  })

  test('all problems are told at once', () => {
    assert.deepEqual(problems('at=x&flag=y&words=1&words=2&words=3&words=4&limit=z').toSorted(), [
      'form_param_array_size_exceeded words',
      'form_param_invalid_date at',
      'form_param_value_invalid flag',
    ])
  })
})
