import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#server/ids.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Milliseconds of an id's second. */
function timeOf(id: string): number {
  let value = 0n
  for (const digit of id.slice(id.indexOf('_') + 1)) value = value * 62n + BigInt(alphabet.indexOf(digit))
  return (Number(value >> 128n) + 1_400_000_000) * 1000
}

test('the reader of these tests agrees with an id from the hosted service', () => {
  assert.equal(new Date(timeOf('user_29w83sxmDNGwOuEthce5gg56FcC')).toISOString(), '2022-05-31T15:56:31.000Z')
})

test('an id is its prefix and 27 characters of base 62 that hold its second', () => {
  const now = Date.UTC(2026, 4, 1, 12, 30, 15, 678)
  for (const prefix of ['user', 'idn', 'ins', 'key'] as const) {
    const id = newId(prefix, now)
    assert.match(id, new RegExp(`^${prefix}_[0-9A-Za-z]{27}$`))
    assert.equal(timeOf(id), now - 678)
  }
})

test('ids sort by the second of their creation', () => {
  const start = Date.UTC(2026, 0, 1)
  const ids = Array.from({ length: 200 }, (_, second) => newId('user', start + second * 1000))
  assert.deepEqual(ids.toSorted(), ids)
})

test('ids of one instant differ', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, () => newId('idn', 1.7e12))).size, 1000)
})

test('a clock outside the range of the format gives its nearest end', () => {
  assert.equal(timeOf(newId('user', 0)), 1.4e12)
  assert.match(newId('user', -1), /^user_[0-9A-Za-z]{27}$/)
  assert.match(newId('user', 8.64e15), /^user_[0-9A-Za-z]{27}$/)
})
