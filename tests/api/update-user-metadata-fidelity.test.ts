import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import {
  createWithMetadata,
  type MetadataField,
  metadataText,
  sendMetadata,
  waysToWrite,
} from '#tests/api/metadata-text.ts'
import { rule } from '#tests/rules.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']
const hostile = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'toJSON',
  'then',
  'length',
  '',
  ' ',
  'null',
  'undefined',
  'a.b.c',
  '$.a',
  'a[0]',
  '/a/b',
  '~0',
  "'; drop table users; --",
  '%00',
  '{{x}}',
  'public_metadata',
  'k'.repeat(300),
]
const keys = hostile.map((key) => JSON.stringify(key))

/** Texts that must come back byte for byte, by the rule that they stand for. */
const faithful: [ids: string, name: string, text: string][] = [
  ['MDT-1', 'hostile keys at the top', `{${keys.map((key, i) => `${key}:${i}`).join(',')}}`],
  ['MDT-1', 'hostile keys of objects', `{${keys.map((key) => `${key}:{${key}:{"x":1}}`).join(',')}}`],
  ['MDT-1', 'hostile keys in arrays', `{"a":[${keys.map((key) => `{${key}:[{${key}:1}]}`).join(',')}]}`],
  [
    'MDT-1',
    'a prototype of its own',
    '{"__proto__":{"admin":true,"__proto__":{"x":1}},"constructor":{"prototype":{"y":2}}}',
  ],
  ['MDT-1', 'a very long key', `{"${'k'.repeat(8000)}":1}`],
  ['MDT-1', '700 keys', `{${Array.from({ length: 700 }, (_, i) => `"k${i}":${i}`).join(',')}}`],
  [
    'MDT-2',
    'whole numbers',
    '{"a":0,"b":-0,"c":1,"d":9007199254740991,"e":9007199254740993,"f":-9007199254740993,"g":12345678901234567890}',
  ],
  [
    'MDT-2',
    'fractions',
    '{"a":1.0,"b":1.10,"c":0.1,"d":0.30000000000000004,"e":3.141592653589793238462643383279,"f":-0.0}',
  ],
  [
    'MDT-2',
    'exponents',
    '{"a":1e21,"b":1E21,"c":1e+2,"d":1.5e-7,"e":5e-324,"f":1e-400,"g":1.7976931348623157e308,"h":0e0}',
  ],
  ['MDT-2', 'numbers in arrays', '{"a":[1.0,[-0,1e21,{"b":9007199254740993}],1.00]}'],
  [
    'MDT-3',
    'integer-like keys out of order',
    '{"b":1,"10":2,"9":3,"a":4,"0":5,"-1":6,"01":7,"4294967295":8,"1.5":9}',
  ],
  ['MDT-3', 'the order of nested keys', '{"z":{"2":1,"y":2,"1":3},"a":[{"9":1,"8":2},{"b":1,"a":2}]}'],
  ['MDT-6', 'every script', '{"é":"à","日本語":"漢字","العربية":"עברית","😀":"👩‍👩‍👧","e\u0301":"\u00e9"}'],
  [
    'MDT-6',
    'escapes in values and keys',
    '{"\\"":"\\"","\\\\":"\\\\","\\n\\t":"\\b\\f\\r","\\u0000":"\\u0001\\u001f"}',
  ],
  ['MDT-6', 'halves of surrogate pairs', '{"a":"\\ud800","\\udfff":"x\\udc00y"}'],
  ['MDT-6', 'line separators and other odd characters', '{"a":"\u2028\u2029\ufeff\u200b\u007f\u0080\uffff"}'],
  [
    'MDT-6',
    'texts that look like JSON',
    '{"a":"{\\"b\\":[1,null]}","c":"null","d":"],}","e":"//","f":"\\\\\\""}',
  ],
  ['MDT-3', 'empty things', '{"a":{},"b":[],"c":"","d":[[],{},[{}]],"e":false,"f":[null]}'],
]

for (const [ids, name, text] of faithful) {
  for (const [way, write] of Object.entries(waysToWrite))
    rule(ids, `${name}: byte for byte after ${way}`, async (server) => {
      const user = await server.create({ email_address: [address()] })
      for (const field of fields) {
        const answer = await write(server, user.id, text, field)
        assert.equal(metadataText(answer, field), text)
        assert.equal(metadataText(await server.request('GET', `/users/${user.id}`), field), text)
      }
      const row = (await server.rows('users')).find(({ id }) => id === user.id)!
      for (const field of fields) assert.equal(row[field], text)
    })

  rule(ids, `${name}: byte for byte after a create`, async (server) => {
    for (const field of fields) {
      const answer = await createWithMetadata(server, address(), text, field)
      assert.equal(metadataText(answer, field), text)
      const list = await server.request('GET', `/users?user_id=${answer.body.id}`)
      assert.equal(list.text, `[${answer.text}]`)
    }
  })
}

for (const [way, write] of Object.entries(waysToWrite)) {
  rule('MDT-6', `${way} writes escapes in one way, whoever sends them`, async (server) => {
    const user = await server.create({ email_address: [address()] })
    const sent = ' {\r\n\t"\\u0061" : "\\u00e9\\/\\u0022\\u005C\\u000a" , "\\ud83d\\ude00":[ 1 ,\n2 ] } '
    const stored = '{"a":"é/\\"\\\\\\n","😀":[1,2]}'
    assert.equal(metadataText(await write(server, user.id, sent)), stored)
    server.clock.advance(1000)
    assert.equal(
      (await write(server, user.id, stored)).body.updated_at,
      (await server.events(user.id))[1]!.at,
    )
    assert.equal((await server.events(user.id)).length, 2)
  })

  rule('MDT-3', `of a key that comes twice the last value counts, after ${way}`, async (server) => {
    const user = await server.create({ email_address: [address()] })
    const sent = '{"a":1,"b":{"c":1,"d":2,"c":3},"\\u0061":[{"e":1,"e":2}]}'
    const stored = '{"a":[{"e":2}],"b":{"c":3,"d":2}}'
    assert.equal(metadataText(await write(server, user.id, sent)), stored)
  })

  rule('MDT-1', `${way} of hostile keys changes nothing but that field`, async (server) => {
    const user = await server.create({ email_address: [address()], public_metadata: { kept: 1 } })
    const sent = '{"__proto__":{"banned":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const answer = await write(server, user.id, sent, 'unsafe_metadata')
    assert.equal(answer.body.banned, false)
    assert.equal(({} as { polluted?: number }).polluted, undefined)
    const fresh = await server.create({ email_address: [address()] })
    assert.equal('polluted' in fresh.public_metadata, false)
    const { unsafe_metadata, updated_at, ...rest } = user
    assert.deepEqual(unsafe_metadata, {})
    assert.partialDeepStrictEqual(answer.body, rest)
    assert.ok(answer.body.updated_at >= updated_at)
  })
}

rule('MDT-1 MET-2', 'hostile keys merge with each other and are removed like any key', async (server) => {
  for (const key of keys) {
    const user = await server.create({ email_address: [address()] })
    const merge = async (patch: string) => metadataText(await sendMetadata(server, 'PATCH', user.id, patch))
    assert.equal(await merge(`{${key}:null}`), '{}')
    assert.equal(await merge(`{${key}:{"a":1}}`), `{${key}:{"a":1}}`)
    assert.equal(await merge(`{${key}:{${key}:2}}`), `{${key}:{"a":1,${key}:2}}`)
    assert.equal(await merge(`{${key}:{"a":null}}`), `{${key}:{${key}:2}}`)
    assert.equal(await merge(`{"other":1,${key}:null}`), '{"other":1}')
  }
})
