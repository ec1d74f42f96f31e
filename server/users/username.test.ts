import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usernameProblems } from '#server/users/username.ts'

const lengths = { min_length: 4, max_length: 64 }
const namesOf = (text: string, settings = lengths) => usernameProblems(text, settings).map(({ name }) => name)

function refuses(texts: readonly string[], name: string): void {
  for (const text of texts) assert.deepEqual(namesOf(text), [name], JSON.stringify(text))
}

test('Latin letters, digits, underscore and hyphen make a username', () => {
  for (const text of ['adal', 'ADA_', '-ada', '____', '----', 'a1234', '1234a', '_1234_x', 'null', 'true'])
    assert.deepEqual(namesOf(text), [], text)
})

test('a username has the length that the settings name, both ends included', () => {
  refuses(['', 'a', 'ada', 'a'.repeat(65), 'a'.repeat(1024)], 'form_username_invalid_length')
  for (const length of [4, 64]) assert.deepEqual(namesOf('_'.repeat(length)), [], String(length))
  const narrow = { min_length: 2, max_length: 3 }
  assert.deepEqual(
    ['a', 'ab', 'abc', 'abcd'].map((text) => namesOf(text, narrow).length),
    [1, 0, 0, 1],
  )
})

test('the problem of a length tells both bounds', () => {
  assert.deepEqual(usernameProblems('ada', lengths), [
    {
      name: 'form_username_invalid_length',
      details: { param: 'username', min: 4, max: 64 },
      meta: undefined,
    },
  ])
})

test('length counts code points: two emoji are too short, not wrong signs', () => {
  refuses(['😀😀'], 'form_username_invalid_length')
  refuses(['😀😀😀😀'], 'form_username_invalid_character')
})

test('every other sign is refused', () => {
  for (let code = 0; code < 256; code++) {
    const sign = String.fromCharCode(code)
    if (!/[A-Za-z0-9_-]/.test(sign)) refuses([`ada${sign}l`], 'form_username_invalid_character')
  }
  refuses(
    ['ada@example.com', 'ada\u212A', 'ada\u017F', 'аdaaa', 'adа_', 'ada\u200Dl', 'ada\u202El', 'ad\u0301al'],
    'form_username_invalid_character',
  )
})

test('digits alone are refused as such, even where they would be a phone number', () => {
  refuses(['1234', '12025550100', '442079460000', '0'.repeat(64)], 'form_username_needs_non_number_char')
  refuses(['١٢٣٤'], 'form_username_invalid_character')
})

test('a phone number with a plus or separators is refused as such', () => {
  refuses(
    [
      '+12025550100',
      '+1-202-555-0100',
      '1-202-555-0100',
      '1_202_555_0100',
      '12025550100_',
      '-12025550100',
      '44_20_7946_0000',
    ],
    'form_username_cannot_be_phone_number',
  )
})

test('digits and separators that are no phone number are a username', () => {
  for (const text of ['0000_0000', '1-2-3', '2025-13', '999-999-999-999-999-999'])
    assert.deepEqual(namesOf(text), [], text)
})

test('what reads as the wallet of somebody is refused', () => {
  const wallets = [`0x${'aB'.repeat(20)}`, '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU']
  refuses(wallets, 'form_param_value_invalid')
  for (const text of [`0x${'a'.repeat(39)}`, 'z'.repeat(32), 'zA'.repeat(20), 'z1'.repeat(20)])
    assert.deepEqual(namesOf(text), [], text)
})

test('every problem names the parameter', () => {
  for (const text of ['a', 'ad al', '1234', '+12025550100', `0x${'aB'.repeat(20)}`])
    assert.deepEqual(
      usernameProblems(text, lengths).map(({ details }) => details.param),
      ['username'],
    )
})
