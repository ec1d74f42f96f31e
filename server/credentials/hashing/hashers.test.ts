import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { digestExamples, examplePassword } from '#tests/digest-examples.ts'
import { isPasswordHasher, passwordHashers, readDigest } from './hashers.ts'

/** Anything but a digest that is refused at once has an answer. */
async function matches(hasher: string, digest: string, password: string): Promise<boolean> {
  const verifier = readDigest(hasher, digest)
  assert.ok(typeof verifier === 'object' && verifier.verify, `${hasher} ${digest}: ${String(verifier)}`)
  return verifier.verify(password)
}

const examples = Object.entries(digestExamples).flatMap(([hasher, digests]) =>
  digests.map((digest) => ({ hasher, digest })),
)

test('every hasher but awscognito has an example', () => {
  assert.deepEqual([...Object.keys(digestExamples), 'awscognito'].sort(), [...passwordHashers].sort())
})

for (const { hasher, digest } of examples) {
  test(`${hasher} verifies ${digest}`, async () => {
    assert.equal(await matches(hasher, digest, examplePassword), true)
    for (const wrong of ['', 'correct-horse-9!', `${examplePassword} `, `${examplePassword}\0`, ' '])
      assert.equal(await matches(hasher, digest, wrong), false, JSON.stringify(wrong))
  })
}

const costly = /bcrypt|scrypt|argon2/

for (const { hasher, digest } of examples) {
  test(`${hasher}: with another character ${digest} is malformed or matches no more`, async () => {
    const step = costly.test(hasher) ? 7 : 1
    let tried = 0
    // From the end, where the hash is.
    for (let at = digest.length - 1; at >= 0; at -= step) {
      const other = `${digest.slice(0, at)}${digest[at] === 'a' ? 'b' : 'a'}${digest.slice(at + 1)}`
      // All revisions of bcrypt but `$2x$` are one algorithm by now.
      if (hasher.startsWith('bcrypt') && other === digest.replace('$2b$', '$2a$')) continue
      const verifier = readDigest(hasher, other)
      if (typeof verifier === 'string') continue
      assert.equal(await verifier.verify!(examplePassword), false, other)
      tried++
    }
    assert.ok(tried > 0, 'some of them could be tried')
  })
}

test('bcrypt verifies $2a$ and $2y$ like $2b$, and digests of other implementations', async () => {
  const [digest] = digestExamples.bcrypt
  for (const revision of ['$2a$', '$2y$'])
    assert.equal(await matches('bcrypt', digest!.replace('$2b$', revision), examplePassword), true)
  // From the tests of OpenBSD's successor in C, crypt_blowfish.
  assert.equal(
    await matches('bcrypt', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'),
    true,
  )
})

test('of 80 bytes bcrypt counts 72', async () => {
  const digest = '$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui'
  const counted = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  assert.equal(counted.length, 72)
  for (const [password, expected] of [
    [`${counted}chars after 72 are ignored`, true],
    [counted, true],
    [counted.slice(0, 71), false],
    [`x${counted.slice(1)}`, false],
  ] as const)
    assert.equal(await matches('bcrypt', digest, password), expected, password)
})

test('no password with a NUL matches anything', async () => {
  // Where C stops at the NUL, these passwords are one with "U*U"; an HMAC pads its key with NULs. The rest is arithmetic.
  assert.equal(await matches('sha256', hash('sha256', 'a\0b'), 'a\0b'), false)
  const digest = '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'
  for (const password of ['U*U\0', 'U*U\0U*U', '\0U*U', '\0'])
    assert.equal(await matches('bcrypt', digest, password), false, JSON.stringify(password))
})

test('scrypt_werkzeug takes a leading $ and a hash in base64', async () => {
  const [digest] = digestExamples.scrypt_werkzeug
  const hex = digest!.split('$').at(-1)!
  const base64 = digest!.replace(hex, Buffer.from(hex, 'hex').toString('base64'))
  for (const other of [`$${digest}`, base64, `$${base64}`]) {
    assert.equal(await matches('scrypt_werkzeug', other, examplePassword), true, other)
    assert.equal(await matches('scrypt_werkzeug', other, 'wrong'), false, other)
  }
})

test('the hasher decides which of two formats with one prefix it is, not the digest', async () => {
  const [plain] = digestExamples.pbkdf2_sha256
  const [django] = digestExamples.pbkdf2_sha256_django
  assert.equal(await matches('pbkdf2_sha256_django', plain!, examplePassword), false)
  assert.equal(await matches('pbkdf2_sha256', django!, examplePassword), false)
  assert.equal(readDigest('argon2i', digestExamples.argon2id[0]!), 'malformed')
  assert.equal(readDigest('argon2id', digestExamples.argon2i[0]!), 'malformed')
})

test('hex may be in capitals, and a salt that reads as hex may not', async () => {
  for (const hasher of ['md5', 'sha256'] as const)
    assert.equal(await matches(hasher, digestExamples[hasher][0]!.toUpperCase(), examplePassword), true)
  assert.equal(
    await matches('md5_salted', digestExamples.md5_salted[0]!.toUpperCase(), examplePassword),
    false,
  )
})

test('a password that is no Unicode text, or longer than any digest was made of, matches nothing', async () => {
  const replaced = '\uFFFD'
  const digest = hash('sha256', replaced)
  assert.equal(await matches('sha256', digest, replaced), true)
  assert.equal(await matches('sha256', digest, '\uD800'), false)
  const long = 'a'.repeat(4096)
  assert.equal(await matches('sha256', hash('sha256', long), long), true)
  assert.equal(await matches('sha256', hash('sha256', `${long}a`), `${long}a`), false)
  const wide = 'ä'.repeat(2049)
  assert.equal(await matches('sha256', hash('sha256', wide), wide), false)
})

test('awscognito names where the password lies, and cannot be verified here', () => {
  const verifier = readDigest('awscognito', 'awscognito#eu-west-1_AbC#3n4b#ada@example.test')
  assert.deepEqual(verifier, {})
})

test('other names are no hashers', () => {
  for (const name of [
    'hmac_sha256_utf16_b64',
    'Bcrypt',
    'sha1',
    '',
    'toString',
    '__proto__',
    'constructor',
  ]) {
    assert.equal(isPasswordHasher(name), false, name)
    assert.equal(readDigest(name, digestExamples.bcrypt[0]!), 'malformed', name)
  }
  assert.equal(passwordHashers.length, 21)
  for (const name of passwordHashers) assert.equal(isPasswordHasher(name), true, name)
})
