import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { freeFields } from '#sdk/generated/fields.ts'
import { camelName, renameKeys, wireName } from '#sdk/wire-names.ts'

const wireNames = fc.stringMatching(/^[a-z_0-9]{0,12}$/)
/** Keys that a careless renaming would change, lose or run into. */
const wildKeys = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'public_metadata', 'snake_case', 'camelCase', 'Date', '1', ''),
)
const wildObjects = fc.dictionary(wildKeys, fc.jsonValue())

suite('names of the wire and of the SDK', () => {
  test('the names that readers see', () => {
    const pairs = {
      first_name: 'firstName',
      web3_wallet: 'web3Wallet',
      primary_web3_wallet_id: 'primaryWeb3WalletId',
      id: 'id',
      mfa_enabled_at: 'mfaEnabledAt',
    }
    for (const [wire, camel] of Object.entries(pairs)) {
      assert.equal(camelName(wire), camel)
      assert.equal(wireName(camel), wire)
    }
  })

  test('every wire name comes back as it was', () => {
    fc.assert(fc.property(wireNames, (name) => wireName(camelName(name)) === name))
  })

  test('an object of the wire comes back as it was, at every depth', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 0, 'text'),
        fc.array(tie('tree')),
        fc.dictionary(wireNames, tie('tree'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const camel = renameKeys(value, camelName, freeFields)
        assert.deepEqual(renameKeys(camel, wireName, freeFields), value)
      }),
    )
  })

  test("the caller's own are metadata, claims, actors and headers", () => {
    const free = [
      'actor',
      'claims',
      'private_metadata',
      'public_metadata',
      'request_headers',
      'unsafe_metadata',
    ]
    assert.deepEqual([...freeFields], free)
  })

  for (const field of freeFields)
    test(`whatever ${field} holds passes untouched, both ways and at every depth`, () => {
      fc.assert(
        fc.property(wildObjects, (metadata) => {
          const before = JSON.stringify(metadata)
          const answer = renameKeys({ some_users: [{ [field]: metadata }] }, camelName, freeFields)
          // biome-ignore lint/suspicious/noExplicitAny: whatever it makes of it
          const held = (answer as any).someUsers[0][camelName(field)]
          assert.equal(held, metadata)
          // biome-ignore lint/suspicious/noExplicitAny: whatever it makes of it
          const sent = renameKeys({ [camelName(field)]: metadata }, wireName, freeFields) as any
          assert.equal(sent[field], metadata)
          assert.equal(JSON.stringify(sent[field]), before)
        }),
      )
    })

  test('dates become RFC 3339 texts, invalid ones nothing', () => {
    const date = new Date('2012-10-20T07:15:20.902Z')
    assert.deepEqual(renameKeys({ createdAt: date }, wireName, freeFields), {
      created_at: '2012-10-20T07:15:20.902Z',
    })
    assert.throws(
      () => renameKeys({ createdAt: new Date('never') }, wireName, freeFields),
      /^TypeError: A date of the request is invalid/,
    )
  })
})
