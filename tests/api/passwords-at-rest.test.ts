import assert from 'node:assert/strict'
import { digestExamples } from '#tests/digest-examples.ts'
import { rule } from '#tests/rules.ts'
import { behind } from './behind-the-server.ts'
import { guess, password, withPassword } from './passwords.ts'

rule(
  'PWD-1',
  'neither a password nor a digest is anywhere in the clear',
  async (server) => {
    const [digest] = digestExamples.bcrypt as [string]
    const secret = 'Never-Seen-Again-42'
    const imported = { password_digest: digest, password_hasher: 'bcrypt' }
    const answers = []
    const post = async (path: string, body: object) =>
      void answers.push((await server.request('POST', path, { body })).text)
    await post('/users', { email_address: ['rest.1@example.com'], password: secret })
    await post('/users', { email_address: ['rest.2@example.com'], ...imported })
    await post('/users', { email_address: ['rest.2@example.com'], ...imported })
    await post('/users', { email_address: ['rest.3@example.com'], password: secret, nickname: 'x' })
    await post('/users', {
      email_address: ['rest.4@example.com'],
      password_digest: digest,
      password_hasher: 'md5',
    })
    for (const user of JSON.parse((await server.request('GET', '/users')).text)) {
      await post(`/users/${user.id}/verify_password`, { password: secret })
      await post(`/users/${user.id}/verify_password`, { password })
      answers.push((await server.request('PATCH', `/users/${user.id}`, { body: { password: secret } })).text)
    }
    const stored = []
    for (const table of ['users', 'identifications', 'passwords', 'events'])
      stored.push(JSON.stringify(await server.rows(table)))
    const everything = [...answers, ...stored, ...server.log].join('\n')
    assert.match(everything, /rest\.2@example\.com/)
    for (const text of [secret, password, digest, digest.slice(7), '$argon2', '$2b$'])
      assert.ok(!everything.includes(text), text)
  },
  { fresh: true, logLevel: 'trace' },
)

rule('PWD-2', 'a digest that is copied to another user opens nothing', async (server) => {
  const thief = await withPassword(server)
  const victim = await withPassword(server, { password: 'Battery-Staple-8?' })
  await behind(
    server,
    `update passwords set digest = (select digest from passwords where user_id = '${thief.id}') where user_id = '${victim.id}'`,
  )
  const { status, text } = await guess(server, victim.id, password)
  assert.equal(status, 500)
  assert.ok(!text.includes('digest'))
  assert.equal((await guess(server, thief.id, password)).status, 200)
})

rule('PWD-6 PWD-5', 'what is refused has hashed nothing', async (server) => {
  const user = await withPassword(server)
  const locked = await withPassword(server, { password, locked: true })
  const before = server.hashes()
  const refuse = async (method: string, path: string, body: object, status: number) => {
    const answer = await server.request(method, path, { body })
    assert.equal(answer.status, status, answer.text)
  }
  const email_address = ['refused.hashing@example.com']
  const fields = [
    { password: 'short' },
    { password: 'password' },
    { password, nickname: 'x' },
    { password, phone_number: ['1'] },
    { password, public_metadata: { a: 'x'.repeat(9000) } },
    {
      password_digest: '$2b$31$abcdefghijklmnopqrstuu1knOKfyKmvFeiaef9X7mAtSmM6hBo.W',
      password_hasher: 'bcrypt',
    },
    {
      password_digest:
        '$argon2id$v=19$m=4294967296,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$USxZSppDXSydIzxOtJ9A8Q7Ic6SffCmlwNWXpe8+wQw',
      password_hasher: 'argon2id',
    },
    {
      password_digest:
        'pbkdf2_sha256$1000000000$MDEyMzQ1Njc4OWFiY2RlZg==$j2RvQD5L3aRouUb0pCn9tvnpFX1ijTWTpwvxDUFFXKA=',
      password_hasher: 'pbkdf2_sha256',
    },
  ]
  for (const given of fields) {
    await refuse('POST', '/users', { email_address, ...given }, 422)
    if (!('phone_number' in given)) await refuse('PATCH', `/users/${user.id}`, given, 422)
  }
  await refuse('POST', '/users', { password }, 422)
  await refuse('PATCH', '/users/user_nobody', { password }, 404)
  await refuse('POST', `/users/${locked.id}/verify_password`, { password }, 403)
  await refuse('POST', '/users/user_nobody/verify_password', { password }, 404)
  await refuse('POST', `/users/${user.id}/verify_password`, { password: 'x'.repeat(4097) }, 422)
  assert.equal(server.hashes(), before)
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.equal(server.hashes(), before + 1)
})

rule('PWD-6 VPW-8', 'an exchange of digests hashes once, however many succeed at once', async (server) => {
  const user = await withPassword(server, {
    password_digest: digestExamples.scrypt_werkzeug[0],
    password_hasher: 'scrypt_werkzeug',
  })
  const before = server.hashes()
  const parallel = 8
  await Promise.all(Array.from({ length: parallel }, () => guess(server, user.id, password)))
  assert.equal(server.hashes(), before + parallel + 1)
})

rule('PWD-8', 'a user whose identifier is taken leaves no digest', async (server) => {
  const user = await withPassword(server)
  const before = (await server.rows('passwords')).length
  const refused = await server.request('POST', '/users', {
    body: { email_address: [user.email_addresses[0].email_address], password },
  })
  assert.equal(refused.body.errors[0].code, 'form_identifier_exists')
  assert.equal((await server.rows('passwords')).length, before)
})

rule('PWD-8 DEL-3', 'a deleted user leaves no digest', async (server) => {
  const user = await withPassword(server)
  await server.request('DELETE', `/users/${user.id}`)
  assert.ok(!(await server.rows('passwords')).some(({ user_id }) => user_id === user.id))
})

rule(
  'VPW-11',
  'a flood is refused beyond what can wait, takes no attempts along, and reads go on',
  async (server) => {
    const slow = 'pbkdf2_sha256$400000$MDEyMzQ1Njc4OWFiY2RlZg==$j2RvQD5L3aRouUb0pCn9tvnpFX1ijTWTpwvxDUFFXKA='
    const users = []
    for (let i = 0; i < 6; i++)
      users.push(await withPassword(server, { password_digest: slow, password_hasher: 'pbkdf2_sha256' }))
    let ended = 0
    const flood = users.flatMap((user) =>
      Array.from({ length: 10 }, async () => {
        const answer = await guess(server, user.id, 'wrong')
        ended += 1
        return answer.status
      }),
    )
    await Promise.race(flood)
    assert.equal((await server.request('GET', `/users/${users[0].id}`)).status, 200)
    assert.ok(ended < flood.length, `${ended} of ${flood.length} had ended before the read`)
    const statuses = await Promise.all(flood)
    const busy = statuses.filter((status) => status === 503).length
    assert.ok(busy > 0)
    assert.equal(statuses.filter((status) => status === 422).length + busy, flood.length)
    const taken = (await server.rows('users')).reduce((sum, row) => sum + Number(row.failed_attempts), 0)
    assert.equal(taken, flood.length - busy)
  },
  { fresh: true, hashesWaitingMax: 4 },
)
