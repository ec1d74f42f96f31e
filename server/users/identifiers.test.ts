import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Identifier,
  parseEmailAddress,
  parsePhoneNumber,
  parseUsername,
  parseWeb3Wallet,
} from '#server/users/identifiers.ts'

type Parse = (text: string) => Identifier | undefined

/** Each text becomes the value beside it, as shown and as compared. */
function becomes(parse: Parse, table: Record<string, string>): void {
  for (const [typed, value] of Object.entries(table))
    assert.deepEqual(parse(typed), { value, normalized: value }, typed)
}

function refuses(parse: Parse, texts: readonly string[]): void {
  for (const text of texts) assert.equal(parse(text), undefined, JSON.stringify(text))
}

test('an e-mail address is lower-cased as a whole', () => {
  becomes(parseEmailAddress, {
    'ada@example.com': 'ada@example.com',
    'ADA@EXAMPLE.COM': 'ada@example.com',
    'Ada.Lovelace+Tag@Example.Com': 'ada.lovelace+tag@example.com',
    'ada@XN--BCHER-KVA.example': 'ada@xn--bcher-kva.example',
  })
})

test('a domain beyond ASCII becomes its ASCII form, however it was typed', () => {
  becomes(parseEmailAddress, {
    'ada@bücher.example': 'ada@xn--bcher-kva.example',
    'ada@BÜCHER.example': 'ada@xn--bcher-kva.example',
    'ada@bu\u0308cher.example': 'ada@xn--bcher-kva.example',
    'ada@例え.テスト': 'ada@xn--r8jz45g.xn--zckzah',
    'ada@ＥＸＡＭＰＬＥ.com': 'ada@example.com',
  })
})

test('a local part takes every sign of an atom and nothing else', () => {
  const signs = "!#$%&'*+/=?^_`{|}~-"
  for (const sign of signs) becomes(parseEmailAddress, { [`a${sign}b@x.io`]: `a${sign}b@x.io` })
  for (let code = 0; code < 128; code++) {
    const sign = String.fromCharCode(code)
    if (/[a-z0-9.]/i.test(sign) || signs.includes(sign)) continue
    refuses(parseEmailAddress, [`a${sign}b@x.io`])
  }
  refuses(parseEmailAddress, ['\u212A@x.io', '\u017F@x.io', 'é@x.io', 'а@x.io', '💌@x.io'])
})

test('dots in a local part stand between other signs', () => {
  refuses(parseEmailAddress, ['.a@x.io', 'a.@x.io', 'a..b@x.io', '.@x.io'])
})

test('a local part holds 64 characters, a label 63, an address 254', () => {
  const a = (length: number) => 'a'.repeat(length)
  assert.ok(parseEmailAddress(`${a(64)}@x.io`))
  refuses(parseEmailAddress, [`${a(65)}@x.io`])
  assert.ok(parseEmailAddress(`a@${a(63)}.io`))
  refuses(parseEmailAddress, [`a@${a(64)}.io`])
  const address = (last: number) => `${a(64)}@${a(63)}.${a(63)}.${a(last)}.io`
  assert.equal(address(58).length, 254)
  assert.equal(parseEmailAddress(address(58))?.value, address(58))
  refuses(parseEmailAddress, [address(59)])
})

test('an ASCII form that is too long is refused although the typed form was short enough', () => {
  const typed = `a@${'ü'.repeat(60)}.io`
  assert.ok(typed.length < 254)
  refuses(parseEmailAddress, [typed])
})

test('a domain has two labels or more, none empty, and no number at the end', () => {
  refuses(parseEmailAddress, [
    'a@localhost',
    'a@.io',
    'a@x.',
    'a@x..io',
    'a@x.io.',
    'a@-x.io',
    'a@x-.io',
    'a@x_y.io',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@[IPv6:::1]',
    'a@x.123',
    'a@x.١',
  ])
})

test('more than one @, or a sign that only looks like it, is refused', () => {
  refuses(parseEmailAddress, [
    '',
    '@',
    'a@',
    '@x.io',
    'a@@x.io',
    'a@b@x.io',
    'a＠x.io',
    'a﹫x.io',
    'a@b＠x.io',
    'a＠b@x.io',
  ])
})

test('marks that a mapping of the domain would turn into others are refused', () => {
  refuses(parseEmailAddress, [
    'a@x。io',
    'a@x．io',
    'a@x\u00ADy.io',
    'a@x\u200By.io',
    'a@x\u200Dy.io',
    'a@x\u2060.io',
    'a@x⒈io',
    'a@⑴.io',
    'a@x%2Eio',
    'a@x/y.io',
    'a@x:25.io',
    'a@x?y.io',
    'a@💩.io',
  ])
})

test('what an address was read as reads as itself', () => {
  const domains = fc.stringMatching(/^[\p{L}\p{M}\p{N}.-]{1,40}$/u)
  const locals = fc.stringMatching(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}$/)
  fc.assert(
    fc.property(locals, domains, (local, domain) => {
      const read = parseEmailAddress(`${local}@${domain}.io`)
      if (!read) return
      assert.match(read.value, /^[\x21-\x3f\x5b-\x7e]+@[a-z0-9.-]+$/)
      assert.equal(read.normalized, read.value)
      assert.deepEqual(parseEmailAddress(read.value), read)
    }),
    { numRuns: 500 },
  )
})

/** Halves of surrogate pairs included. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

test('no text makes the reader of addresses throw or answer two @', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 80 }), (text) => {
      const read = parseEmailAddress(text)
      assert.ok(read === undefined || read.value.split('@').length === 2)
    }),
    { numRuns: 1000 },
  )
})

test('a hostile address costs no time', () => {
  const started = performance.now()
  for (const text of [
    `${'a.'.repeat(200_000)}@x.io`,
    `a@${'a-'.repeat(200_000)}.io`,
    `a@${'a.'.repeat(200_000)}io`,
    `a@${'ü'.repeat(100_000)}.io`,
    '@'.repeat(400_000),
  ])
    refuses(parseEmailAddress, [text])
  assert.ok(performance.now() - started < 5000)
})

test('a phone number becomes E.164, whatever stands between its digits', () => {
  becomes(parsePhoneNumber, {
    '+12025550100': '+12025550100',
    '+1 202 555 0100': '+12025550100',
    '+1 (202) 555-0100': '+12025550100',
    '+1.202.555.0100': '+12025550100',
    '+1\u00a0202\u00a0555\u00a00100': '+12025550100',
    '+442079460000': '+442079460000',
    '+44 (0)20 7946 0000': '+442079460000',
    '+390612345678': '+390612345678',
    '+١٢٠٢٥٥٥٠١٠٠': '+12025550100',
  })
})

test('numbers that are set aside for tests and fiction are numbers', () => {
  for (const number of ['+15555550100', '+12025550199', '+447700900123'])
    becomes(parsePhoneNumber, { [number]: number })
})

test('a phone number without +, with an extension or of impossible length is refused', () => {
  refuses(parsePhoneNumber, [
    '',
    '+',
    '2025550100',
    '12025550100',
    '0012025550100',
    '011442079460000',
    ' +12025550100',
    '＋12025550100',
    '++12025550100',
    '+1+2025550100',
    '+0012025550100',
    '+1',
    '+1202',
    '+120255501000000',
    '+9991234567',
    '+12025550100 ext. 5',
    '+12025550100;ext=5',
    '+12025550100x5',
    '+12025550100#5',
    '+12025550100,5',
    'tel:+12025550100',
    '+1800FLOWERS',
    '+1202555010O',
    '+12025550100 or 1=1',
    '+12025550100/2025550101',
    '+12025550100\u200e',
    `+1${'0'.repeat(100)}`,
    `+${'1'.repeat(1_000_000)}`,
  ])
})

test('parameters behind a phone number are not dropped in silence', () => {
  refuses(parsePhoneNumber, ['+12025550100;isub=1', '+12025550100;phone-context=example.com'])
})

test('what a phone number was read as reads as itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[0-9 ().-]{4,24}$/), (text) => {
      const read = parsePhoneNumber(text)
      if (!read) return
      assert.match(read.value, /^\+[1-9]\d{1,14}$/)
      assert.equal(read.normalized, read.value)
      assert.deepEqual(parsePhoneNumber(read.value), read)
    }),
    { numRuns: 500 },
  )
})

test('a wallet in hex is shown as typed and compared in lower case', () => {
  const typed = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
  assert.deepEqual(parseWeb3Wallet(typed), { value: typed, normalized: typed.toLowerCase() })
})

test('a wallet in base58 is shown and compared as typed', () => {
  const wallet = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'
  becomes(parseWeb3Wallet, { [wallet]: wallet })
  for (const length of [32, 44]) becomes(parseWeb3Wallet, { ['z'.repeat(length)]: 'z'.repeat(length) })
})

test('other texts are no wallets', () => {
  const hex = 'a'.repeat(40)
  refuses(parseWeb3Wallet, [
    '',
    '0x',
    `0x${hex.slice(1)}`,
    `0x${hex}a`,
    `0x${hex.slice(1)}g`,
    ` 0x${hex}`,
    `0x${hex} `,
    `0x${hex}\n`,
    `٠x${hex}`,
    'z'.repeat(31),
    'z'.repeat(45),
    ...['0', 'O', 'I', 'l', ' ', '-', 'é'].map((sign) => sign + 'z'.repeat(40)),
  ])
})

test('a username is shown as typed and compared in lower case', () => {
  assert.deepEqual(parseUsername('Ada_L-1'), { value: 'Ada_L-1', normalized: 'ada_l-1' })
})
