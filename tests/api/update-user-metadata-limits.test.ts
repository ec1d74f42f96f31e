import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import {
  createWithMetadata,
  type MetadataField,
  metadataOfSize,
  metadataText,
  nestedObjects,
  sendMetadata,
  waysToWrite,
} from '#tests/api/metadata-text.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']
const tooLarge = (field: MetadataField) => `form_param_exceeds_allowed_size ${field}`
const newUser = (server: TestServer) => server.create({ email_address: [address()] })
const text = async (server: TestServer, id: string, field?: MetadataField) =>
  metadataText(await server.request('GET', `/users/${id}`), field)

/** One, two, three and four bytes in UTF-8; the last takes two units in UTF-16. */
const fillers = { x: 'x', é: 'é', 日: '日', '😀': '😀' }

for (const [way, write] of Object.entries(waysToWrite)) {
  for (const [name, filler] of Object.entries(fillers))
    rule('MDT-4 MDT-5', `8192 bytes of ${name} are stored by ${way}, 8193 are refused`, async (server) => {
      for (const field of fields) {
        const user = await newUser(server)
        const fits = metadataOfSize(8192, filler)
        assert.equal(metadataText(await write(server, user.id, fits, field), field), fits)
        server.clock.advance(1000)
        const before = await server.request('GET', `/users/${user.id}`)
        const refusal = await write(server, user.id, metadataOfSize(8193, filler), field)
        refused(refusal, 422, tooLarge(field))
        assert.equal(
          refusal.body.errors[0].long_message,
          `The given ${field} exceeds the maximum allowed size of 8192 bytes (8 KB).`,
        )
        assert.equal((await server.request('GET', `/users/${user.id}`)).text, before.text)
        assert.equal((await server.events(user.id)).length, 2)
      }
    })

  rule(
    'MDT-5',
    `what counts in ${way} is the stored form: no spaces, no needless escapes`,
    async (server) => {
      const user = await newUser(server)
      const fits = metadataOfSize(8192, 'é')
      const roomy = fits.replace(':', `${' '.repeat(20_000)}:\n\t`).replaceAll('é', '\\u00E9')
      assert.equal(metadataText(await write(server, user.id, roomy)), fits)
      // A NUL and half a surrogate pair have no shorter form than six bytes each.
      const escaped = (count: number) => `{"k":"${'\\u0000'.repeat(count)}"}`
      assert.equal(metadataText(await write(server, user.id, escaped(1364))), escaped(1364))
      refused(await write(server, user.id, escaped(1365)), 422, tooLarge('public_metadata'))
    },
  )

  rule('MDT-4', `the limit of ${way} is that of each field, not of all together`, async (server) => {
    const user = await newUser(server)
    for (const field of fields)
      assert.equal((await write(server, user.id, metadataOfSize(8192), field)).status, 200)
    for (const field of fields) assert.equal((await text(server, user.id, field)).length, 8192)
  })

  rule('MDT-7', `a number beyond every double is refused by ${way}, wherever it stands`, async (server) => {
    const user = await newUser(server)
    const places = ['{"a":N}', '{"a":[1,N]}', '{"a":{"b":[{"c":N}]}}', '{"N":N}']
    for (const field of fields)
      for (const place of places)
        for (const number of ['1e400', '1E400', '-1e309', '1e+999999999', `1${'0'.repeat(400)}`])
          refused(
            await write(server, user.id, place.replace(/N(?!")/, number), field),
            422,
            `form_param_value_invalid ${field}`,
          )
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    const kept = '{"a":1.7976931348623157e308,"b":-1.7976931348623157E+308,"c":1e-400,"d":"1e400","1e400":0}'
    assert.equal(metadataText(await write(server, user.id, kept)), kept)
  })

  rule('MDT-8', `${way} stores nesting up to 1200 levels of the body and refuses more`, async (server) => {
    // The body itself is the first level.
    for (const levels of [100, 1000, 1199]) {
      const user = await newUser(server)
      assert.equal(metadataText(await write(server, user.id, nestedObjects(levels))), nestedObjects(levels))
      assert.equal(await text(server, user.id), nestedObjects(levels))
      const arrays = `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
      assert.equal(metadataText(await write(server, user.id, arrays)), arrays)
      assert.equal((await server.request('GET', '/users?limit=500')).status, 200)
    }
    const user = await newUser(server)
    for (const field of fields)
      for (const levels of [1200, 1201, 5000])
        for (const deep of [
          nestedObjects(levels),
          `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`,
        ])
          refused(await write(server, user.id, deep, field), 422, `form_param_value_invalid ${field}`)
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  })
}

rule(
  'MDT-4 MDT-5 MDT-7 MDT-8',
  'creating a user has the same limits, and refuses the whole user',
  async (server) => {
    for (const field of fields) {
      for (const filler of Object.values(fillers)) {
        const fits = metadataOfSize(8192, filler)
        assert.equal(metadataText(await createWithMetadata(server, address(), fits, field), field), fits)
        const at = address()
        const refusal = await createWithMetadata(server, at, metadataOfSize(8193, filler), field)
        refused(refusal, 422, tooLarge(field))
        assert.deepEqual((await server.request('GET', `/users?email_address=${at}`)).body, [])
      }
      const deepest = nestedObjects(1199)
      assert.equal(metadataText(await createWithMetadata(server, address(), deepest, field), field), deepest)
      for (const broken of [nestedObjects(1200), '{"a":1e400}'])
        refused(
          await createWithMetadata(server, address(), broken, field),
          422,
          `form_param_value_invalid ${field}`,
        )
    }
  },
)

rule('MET-6', 'the limit is that of the merged result, not of what is sent', async (server) => {
  const half = (key: string, bytes: number) => `{"${key}":"${'x'.repeat(bytes - `{"${key}":""}`.length)}"}`
  for (const field of fields) {
    const user = await newUser(server)
    const merge = (patch: string) => sendMetadata(server, 'PATCH', user.id, patch, field)
    assert.equal((await merge(half('a', 4096))).status, 200)
    // Joined, one brace of each and a comma take the place of two braces.
    refused(await merge(half('b', 4098)), 422, tooLarge(field))
    assert.equal(await text(server, user.id, field), half('a', 4096))
    assert.equal(metadataText(await merge(half('b', 4097)), field).length, 8192)
    refused(await merge('{"c":1}'), 422, tooLarge(field))
    assert.equal((await merge('{"a":{"c":null}}')).status, 200)
    refused(await merge(half('c', 8193)), 422, tooLarge(field))
    assert.equal((await merge('{"b":null}')).status, 200)
    assert.equal(await text(server, user.id, field), '{"a":{}}')
  }
})

rule('MET-6', 'a larger text is welcome where the result fits', async (server) => {
  const user = await newUser(server)
  await sendMetadata(server, 'PATCH', user.id, metadataOfSize(8192))
  const removals = Array.from({ length: 2000 }, (_, i) => `"gone${i}":null`).join(',')
  assert.ok(removals.length > 8193)
  const before = await server.request('GET', `/users/${user.id}`)
  assert.equal((await sendMetadata(server, 'PATCH', user.id, `{${removals}}`)).text, before.text)
  const swap = `{"k":"new",${removals}}`
  assert.equal(metadataText(await sendMetadata(server, 'PATCH', user.id, swap)), '{"k":"new"}')
})

rule('MET-6', 'of several fields each too large one is told, and none is changed', async (server) => {
  const user = await newUser(server)
  const large = metadataOfSize(8193)
  const rawBody = `{"unsafe_metadata":${large},"public_metadata":{"a":1},"private_metadata":${large}}`
  for (const method of ['PATCH', 'PUT']) {
    const answer = await server.request(method, `/users/${user.id}/metadata`, {
      rawBody,
      headers: { 'content-type': 'application/json' },
    })
    refused(answer, 422, tooLarge('private_metadata'), tooLarge('unsafe_metadata'))
  }
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})
