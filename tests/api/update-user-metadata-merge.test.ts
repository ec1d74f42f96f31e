import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { type MetadataField, metadataText, sendMetadata } from '#tests/api/metadata-text.ts'
import { rule } from '#tests/rules.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']

/** Stored, sent and merged, as JSON texts; the same in each field and in all fields at once. */
function merge(ids: string, name: string, stored: string, sent: string, merged: string): void {
  rule(ids, name, async (server) => {
    const user = await server.create({ email_address: [address()] })
    for (const field of fields) {
      assert.equal(metadataText(await sendMetadata(server, 'PUT', user.id, stored, field), field), stored)
      const events = (await server.events(user.id)).length
      const answer = await sendMetadata(server, 'PATCH', user.id, sent, field)
      assert.equal(metadataText(answer, field), merged, field)
      assert.equal(metadataText(await server.request('GET', `/users/${user.id}`), field), merged, field)
      const written = (await server.events(user.id)).slice(events).map((event) => event.details)
      assert.deepEqual(written, stored === merged ? [] : [{ changed: [field] }])
    }
  })
}

const contractExample = '{"a":{"x":1,"y":2},"b":3}'
merge(
  'MET-1',
  'objects merge at every depth',
  contractExample,
  '{"a":{"y":5,"z":6}}',
  '{"a":{"x":1,"y":5,"z":6},"b":3}',
)
merge(
  'MET-1',
  'objects merge five levels down',
  '{"a":{"b":{"c":{"d":{"e":1,"f":2}}}}}',
  '{"a":{"b":{"c":{"d":{"e":3,"g":4}}}}}',
  '{"a":{"b":{"c":{"d":{"e":3,"f":2,"g":4}}}}}',
)
merge(
  'MET-1',
  'an empty object merges into an object without a trace',
  contractExample,
  '{"a":{}}',
  contractExample,
)
merge(
  'MET-1',
  'siblings at every level stay',
  '{"a":{"b":{"c":1},"k":1},"k":2}',
  '{"a":{"b":{"d":2}}}',
  '{"a":{"b":{"c":1,"d":2},"k":1},"k":2}',
)
merge(
  'MET-2',
  'null removes a nested key and keeps its parent',
  contractExample,
  '{"a":{"x":null}}',
  '{"a":{"y":2},"b":3}',
)
merge('MET-2', 'null removes a whole branch', contractExample, '{"a":null}', '{"b":3}')
merge(
  'MET-2',
  'null at every depth at once',
  '{"a":{"b":{"c":1,"d":2},"e":3},"f":4,"g":5}',
  '{"a":{"b":{"c":null},"e":null},"f":null}',
  '{"a":{"b":{"d":2}},"g":5}',
)
merge('MET-2', 'an object stays when its last key goes', '{"a":{"x":1}}', '{"a":{"x":null}}', '{"a":{}}')
merge('MET-2', 'the last key at the top goes', '{"a":1}', '{"a":null}', '{}')
merge(
  'MET-2',
  'removing missing keys changes nothing',
  contractExample,
  '{"c":null,"a":{"w":null}}',
  contractExample,
)
merge(
  'MET-2',
  'a stored null, which only a replacement leaves, is removed by null',
  '{"a":null,"b":{"c":null}}',
  '{"a":null,"b":{"c":null}}',
  '{"b":{}}',
)
merge(
  'MET-2',
  'a key that is removed and one that is set in the same merge',
  '{"old":1}',
  '{"old":null,"new":2}',
  '{"new":2}',
)
merge(
  'MET-3',
  'arrays replace, never join',
  '{"a":[1,2,3],"b":[{"c":1}]}',
  '{"a":[4],"b":[{"d":1}]}',
  '{"a":[4],"b":[{"d":1}]}',
)
merge('MET-3', 'an empty array replaces', '{"a":[1]}', '{"a":[]}', '{"a":[]}')
merge(
  'MET-3',
  'nulls and objects inside arrays stay as they are',
  '{"a":1}',
  '{"a":[null,{"b":null},[null]]}',
  '{"a":[null,{"b":null},[null]]}',
)
merge(
  'MET-3',
  'an object replaces a scalar, and its nulls are dropped',
  '{"a":1,"b":"x"}',
  '{"a":{"c":2,"d":null},"b":{}}',
  '{"a":{"c":2},"b":{}}',
)
merge('MET-3', 'an object replaces an array', '{"a":[1,2]}', '{"a":{"0":3}}', '{"a":{"0":3}}')
merge('MET-3', 'an object replaces a stored null', '{"a":null}', '{"a":{"b":1}}', '{"a":{"b":1}}')
merge(
  'MET-3',
  'a scalar replaces an object',
  '{"a":{"b":1},"c":{"d":1}}',
  '{"a":0,"c":"{}"}',
  '{"a":0,"c":"{}"}',
)
merge('MET-3', 'an array replaces an object', '{"a":{"b":1}}', '{"a":[]}', '{"a":[]}')
merge(
  'MET-3',
  'nulls inside a new object are dropped at every depth',
  '{}',
  '{"a":{"b":null,"c":{"d":null,"e":{"f":null}}}}',
  '{"a":{"c":{"e":{}}}}',
)
merge(
  'MET-3',
  'false, zero and empty texts are values',
  '{"a":1,"b":1,"c":1,"d":1}',
  '{"a":false,"b":0,"c":"","d":"null"}',
  '{"a":false,"b":0,"c":"","d":"null"}',
)
merge('MET-4', '{} changes nothing', contractExample, '{}', contractExample)
merge('MET-4', 'null for the field changes nothing', contractExample, 'null', contractExample)
merge('MET-4', 'the values that are there change nothing', contractExample, contractExample, contractExample)
merge(
  'MDT-3',
  'kept keys keep their place, new ones follow in the order sent',
  '{"b":1,"2":2,"a":3}',
  '{"c":4,"1":5,"a":6,"b":7}',
  '{"b":7,"2":2,"a":6,"c":4,"1":5}',
)
merge(
  'MDT-2',
  'the same number in other digits is a change',
  '{"a":1,"b":10}',
  '{"a":1.0,"b":1e1}',
  '{"a":1.0,"b":1e1}',
)
