import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { isTotpCode, matchingStep, newTotpSecret, readTotpSecret } from './totp.ts'
import { totpUri } from './totp-uri.ts'

/** The seed of RFC 6238. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const stepMs = 30_000
const codeOf = (step: number, secret = seed) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: step * stepMs })
const accepted = (code: string, now: number, lastStep = 0) => matchingStep(seed, code, lastStep, now)

test('[VTP-11] the vectors of RFC 6238', () => {
  // Appendix B, the last six of eight digits.
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ]
  for (const [seconds, code] of vectors)
    assert.equal(accepted(code, seconds * 1000), Math.floor(seconds / 30), String(seconds))
  assert.equal(matchingStep('JBSWY3DPEHPK3PXP', '324550', 0, 1_700_000_000_000), 56_666_666)
})

test('[VTP-4 VTP-11] one step early or late, to the millisecond', () => {
  const step = 58_000_000
  const begin = step * stepMs
  for (const offset of [-2, -1, 0, 1, 2]) {
    const code = codeOf(step + offset)
    const expected = Math.abs(offset) <= 1 ? step + offset : undefined
    for (const now of [begin, begin + 1, begin + stepMs - 1])
      assert.equal(accepted(code, now), expected, `${offset} at ${now - begin}`)
    assert.equal(accepted(code, begin - 1), Math.abs(offset + 1) <= 1 ? step + offset : undefined)
    assert.equal(accepted(code, begin + stepMs), Math.abs(offset - 1) <= 1 ? step + offset : undefined)
  }
})

test('[VTP-4] only steps later than the last accepted one, whatever the clock says', () => {
  const step = 58_000_000
  const now = step * stepMs + 12_345
  assert.equal(accepted(codeOf(step), now, step - 1), step)
  assert.equal(accepted(codeOf(step), now, step), undefined)
  assert.equal(accepted(codeOf(step - 1), now, step), undefined)
  assert.equal(accepted(codeOf(step + 1), now, step), step + 1)
  // The clock set back by an hour: every code of that hour was possible before.
  for (const back of [1, 2, 119, 120]) {
    const earlier = now - back * stepMs
    for (const offset of [-1, 0, 1])
      if (offset - back < 1) assert.equal(accepted(codeOf(step - back + offset), earlier, step), undefined)
  }
})

test('[VTP-10] a code is six ASCII digits and nothing else', () => {
  const step = 58_000_000
  const now = step * stepMs
  const code = codeOf(step)
  const arabic = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
  const wide = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  const others = [
    arabic,
    wide,
    `${code.slice(0, 3)} ${code.slice(3)}`,
    `${code.slice(0, 3)}-${code.slice(3)}`,
    ` ${code}`,
    `${code}\n`,
    `0${code}`,
    code.slice(1),
    `${code}0`,
    '',
  ]
  assert.equal(accepted(code, now), step)
  for (const other of others) {
    assert.equal(isTotpCode(other), false, JSON.stringify(other))
    assert.equal(accepted(other, now), undefined, JSON.stringify(other))
  }
})

test('[CTP-2] a secret is 20 random bytes in base32 without padding', () => {
  const secrets = Array.from({ length: 1000 }, newTotpSecret)
  for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.equal(new Set(secrets).size, secrets.length)
  // Every bit is set in about half of them.
  const bits = Array.from({ length: 160 }, () => 0)
  for (const secret of secrets)
    for (const [at, byte] of Secret.fromBase32(secret).bytes.entries())
      for (let bit = 0; bit < 8; bit++) bits[at * 8 + bit]! += (byte >> bit) & 1
  for (const count of bits) assert.ok(count > 400 && count < 600, String(count))
})

test('[CRT-18] base32 in any case, with padding and spaces or without', () => {
  for (const text of [seed, seed.toLowerCase(), 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq'])
    assert.equal(readTotpSecret(text), seed)
  assert.equal(readTotpSecret('JBSWY3DPEHPK3PXP'), 'JBSWY3DPEHPK3PXP')
  assert.equal(readTotpSecret(`${'A'.repeat(18)}======`), 'A'.repeat(18))
  const wrong = [
    '',
    '=',
    'A',
    'AAAAAAAAAAAAAAA1',
    'AAAAAAAAAAAAAAA0',
    'AAAA-AAAA-AAAA-AAAA',
    'ГEZDGNBVGY3TQOJQ',
  ]
  // Too short, too long, and lengths that no number of bytes has.
  const lengths = [14, 15, 17, 19, 22, 104, 200].map((length) => 'A'.repeat(length))
  for (const text of [...wrong, ...lengths, `A=${seed}`]) assert.equal(readTotpSecret(text), undefined, text)
})

test('[CTP-3] the address of a QR code: a percent-encoded label, a form with sorted keys', () => {
  assert.equal(
    totpUri("Ada's Shop & Söhne (development)", 'ada+1@example.com', seed),
    `otpauth://totp/Ada's%20Shop%20%26%20S%C3%B6hne%20(development):ada%2B1@example.com?algorithm=SHA1&digits=6&issuer=Ada%27s+Shop+%26+S%C3%B6hne+%28development%29&period=30&secret=${seed}`,
  )
  const url = new URL(totpUri('A: B', '+4366012345678', seed))
  assert.equal(url.host + decodeURIComponent(url.pathname), 'totp/A: B:+4366012345678')
  assert.equal(url.searchParams.get('issuer'), 'A: B')
  assert.deepEqual([...url.searchParams.keys()], ['algorithm', 'digits', 'issuer', 'period', 'secret'])
})
