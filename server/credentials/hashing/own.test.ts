import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestExamples } from '#tests/digest-examples.ts'
import { readDigest } from './hashers.ts'
import { hashPassword, isOwn, ownParameters } from './own.ts'

const light = { memoryKib: 64, passes: 1, lanes: 1 }

async function verify(digest: string, password: string): Promise<boolean> {
  const verifier = readDigest('argon2id', digest)
  assert.ok(typeof verifier === 'object')
  return verifier.verify!(password)
}

test('our own digest is argon2id with the parameters of OWASP, 16 bytes of salt and 32 of hash', async () => {
  const digest = await hashPassword('correct horse', ownParameters)
  assert.match(digest, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await verify(digest, 'correct horse'), true)
  assert.equal(await verify(digest, 'correct horsf'), false)
})

test('two digests of one password differ', async () => {
  const digests = await Promise.all(Array.from({ length: 20 }, () => hashPassword('correct horse', light)))
  assert.equal(new Set(digests).size, 20)
})

test('every byte counts, and the 73rd too', async () => {
  const long = 'a'.repeat(72)
  for (const [password, other] of [
    [`${long}b`, `${long}c`],
    [`${long}b`, long],
    ['\u00e9', 'e\u0301'],
  ] as const) {
    const digest = await hashPassword(password, light)
    assert.equal(await verify(digest, password), true)
    assert.equal(await verify(digest, other), false)
  }
})

test('a digest that is at least as strong in everything is our own, others are to be replaced', async () => {
  const digest = await hashPassword('correct horse', ownParameters)
  const stronger = digest.replace('m=19456,t=2', 'm=65536,t=3')
  for (const one of [digest, stronger]) assert.equal(isOwn('argon2id', one, ownParameters), true, one)
  for (const [hasher, one] of [
    ['argon2id', digest.replace('m=19456', 'm=19455')],
    ['argon2id', digest.replace('t=2', 't=1')],
    ['argon2id', digest.replace(/\$[^$]{22}\$/, '$MDEyMzQ1Njc4OQ$')],
    ['argon2id', digest.replace(/\$[^$]{43}$/, '$MDEyMzQ1Njc4OWFiY2RlZg')],
    ['argon2id', digestExamples.argon2id[0]!],
    ['argon2id', ''],
    ['argon2i', digest],
    ['argon2i', digest.replace('argon2id', 'argon2i')],
    ['bcrypt', digestExamples.bcrypt[0]!],
  ] as const)
    assert.equal(isOwn(hasher, one, ownParameters), false, `${hasher} ${one}`)
  assert.equal(isOwn('argon2id', await hashPassword('x', light), light), true)
})
