import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { behind } from './behind-the-server.ts'
import { address, refused } from './given-users.ts'
import { bcryptOf, codeAt, read, secret, verify, withTotp, wrongCode } from './second-factors.ts'

rule(
  'FAC-1',
  'no secret and no code is anywhere in the clear',
  async (server) => {
    server.clock.freeze()
    const [plain, imported] = ['never-seen-42', 'never-seen-43']
    const bcrypt = await bcryptOf(imported)
    const fields = { totp_secret: secret, backup_codes: [plain, bcrypt] }
    const answers: string[] = []
    const send = async (method: string, path: string, body?: object) => {
      const answer = await server.request(method, path, { body })
      answers.push(answer.text)
      return answer
    }
    const { id, updated_at: now } = (
      await send('POST', '/users', { email_address: ['factors.rest@example.com'], ...fields })
    ).body
    await send('POST', '/users', { email_address: ['factors.rest@example.com'], ...fields })
    await send('PATCH', `/users/${id}`, { ...fields, nickname: 'x' })
    await send('PATCH', `/users/${id}`, fields)
    await send('PATCH', `/users/${id}`, { backup_codes: [plain, bcrypt], totp_secret: `${secret}1` })
    for (const code of [wrongCode(now), codeAt(now), codeAt(now), imported.toUpperCase(), 'never-seen-44'])
      await send('POST', `/users/${id}/verify_totp`, { code })
    await send('GET', '/users')
    const { id: hers } = (await send('POST', '/users', { email_address: [address()] })).body
    const created = await server.request('POST', `/users/${hers}/totp`)
    const stored = []
    for (const table of ['users', 'totps', 'backup_codes', 'events'])
      stored.push(JSON.stringify(await server.rows(table)))
    const everything = [...answers, ...stored, ...server.log].join('\n').toLowerCase()
    assert.match(everything, /factors\.rest@example\.com/)
    const secrets = [secret, plain, imported, 'neverseen', bcrypt, bcrypt.slice(7), created.body.secret]
    for (const text of [...secrets, '$2b$']) assert.ok(!everything.includes(text.toLowerCase()), text)
    assert.ok(!everything.includes(codeAt(now)))
  },
  { fresh: true, logLevel: 'trace' },
)

rule('FAC-2', 'what is copied to the row of another user opens nothing there', async (server) => {
  const codes = ['thief-code-1', await bcryptOf('thief-code-2')]
  const thief = await withTotp(server, { backup_codes: codes })
  const victim = await withTotp(server, { totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' })
  const [from, to] = [thief.id, victim.id]
  await behind(
    server,
    `insert into backup_codes (user_id, digest, hasher) select '${to}', digest, hasher from backup_codes where user_id = '${from}' and hasher = 'keyed'`,
    `update users set backup_code_enabled = 1 where id = '${to}'`,
  )
  refused(await verify(server, to, 'thief-code-1'), 422, 'totp_invalid_length')
  await behind(
    server,
    `insert into backup_codes (user_id, digest, hasher) select '${to}', digest, hasher from backup_codes where user_id = '${from}' and hasher = 'bcrypt'`,
  )
  const opened = await verify(server, to, 'thief-code-2')
  assert.equal(opened.status, 500)
  await behind(
    server,
    `update totps set secret = (select secret from totps where user_id = '${from}') where user_id = '${to}'`,
  )
  assert.equal((await verify(server, to, codeAt(victim.now))).status, 500)
  // Nothing was compared, so no attempt is gone.
  assert.equal((await read(server, to)).verification_attempts_remaining, 9)
  assert.equal((await verify(server, from, codeAt(thief.now))).status, 200)
})

rule(
  'FAC-3',
  'with too many hashes waiting no attempt is lost, and the code stays',
  async (server) => {
    const imported = 'imported-code'
    const digest = await bcryptOf(imported, 10)
    const users = []
    for (let i = 0; i < 24; i++) users.push(await withTotp(server, { backup_codes: [digest] }))
    const answers = await Promise.all(users.map(({ id }) => verify(server, id, imported)))
    const statuses = answers.map(({ status }) => status)
    assert.deepEqual(new Set(statuses), new Set([200, 503]))
    for (const [i, { id }] of users.entries()) {
      const user = await read(server, id)
      assert.equal(user.verification_attempts_remaining, 10)
      assert.equal(user.backup_code_enabled, statuses[i] === 503)
    }
  },
  { hashesWaitingMax: 1 },
)
