import assert from 'node:assert/strict'
import { createPrivateKey } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { hash } from '@node-rs/bcrypt'
import * as OTPAuth from 'otpauth'
import pg from 'pg'
import { openSealed } from '#server/keys/encryption.ts'
import { type Engine, engines } from '#tests/engines.ts'
import { invitedIn, invitedTo, withPages } from '#tests/frontend/invited.ts'
import { type Visitor, visitor } from '#tests/frontend/visitor.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { type Answer, startServer, type TestServer } from '#tests/running-server.ts'
import { leaks, type Place, type Secret } from './search.ts'

const email = 'planted@example.com'
const codeOf = (secret: string, at: number) => new OTPAuth.TOTP({ secret }).generate({ timestamp: at })

/** Lives through everything that handles a secret, and keeps each. `refused` collects the answers that refuse. */
async function plant(server: TestServer, refused: Answer[]): Promise<Secret[]> {
  const secrets: Secret[] = []
  const keep = (name: string, value: string) => {
    secrets.push({ name, value })
    return value
  }
  const password = keep('first password', 'Planted-first-pässword-1')
  const imported = keep('imported authenticator secret', new OTPAuth.Secret({ size: 20 }).base32)
  const user = await server.create({
    email_address: [email],
    password,
    totp_secret: imported,
    backup_codes: [keep('imported backup code', 'planted-backup-code-77')],
  })
  const path = `/users/${user.id}`
  const digest = keep('imported digest', await hash('Planted-imported-password', 4))
  await server.request('POST', '/users', {
    body: { username: 'imported_digest', password_digest: digest, password_hasher: 'bcrypt' },
  })
  const second = keep('second password', 'Planted-second-password-2')
  await server.request('PATCH', path, { body: { password: second } })
  const wrong = keep('wrong password', 'Planted-wrong-password-3')
  refused.push(await server.request('POST', `${path}/verify_password`, { body: { password: wrong } }))
  await server.request('POST', `${path}/verify_password`, { body: { password: second } })
  const code = keep('code of the app', codeOf(imported, server.clock.now))
  await server.request('POST', `${path}/verify_totp`, { body: { code } })
  refused.push(await server.request('POST', `${path}/verify_totp`, { body: { code } }))
  await server.request('DELETE', `${path}/mfa`)

  const browser = visitor(server)
  const ticket = await server.request('POST', '/sign_in_tokens', { body: { user_id: user.id } })
  keep('ticket', ticket.body.token)
  await browser.post('/client/sign_ins', { strategy: 'ticket', ticket: ticket.body.token })
  refused.push(
    await visitor(server).visit('POST', '/client/sign_ins', {
      strategy: 'ticket',
      ticket: ticket.body.token,
    }),
  )
  keep('token of the client', browser.token)
  const { sessions } = await browser.get('/client')
  keep('session token', sessions[0].last_active_token.jwt)
  const query = { _clerk_session_id: sessions[0].id }
  secrets.push(...(await enrol(server, browser, query)))
  const third = keep('third password', 'Planted-third-password-4')
  await browser.post('/me/change_password', { current_password: second, new_password: third }, { query })
  refused.push(
    await browser.visit(
      'POST',
      '/me/change_password',
      { current_password: wrong, new_password: third },
      { query },
    ),
  )
  await browser.visit('POST', '/me/profile_image', undefined, { query, rawBody: pictureForm(anyPicture()) })
  secrets.push(await mailedCode(server, refused))
  secrets.push(...(await invitations(server, refused)))
  const actor = await server.request('POST', '/actor_tokens', {
    body: { user_id: user.id, actor: { sub: 'support' } },
  })
  keep('actor token', actor.body.token)
  keep('testing token', (await server.request('POST', '/testing_tokens')).body.token)
  const signing_key = keep('signing key of a template', 'planted-signing-key-of-a-template-0123456789')
  await server.request('POST', '/jwt_templates', {
    body: { name: 'planted', claims: {}, custom_signing_key: true, signing_algorithm: 'HS256', signing_key },
  })
  keep('secret key', server.secretKey)
  keep('encryption key', server.database.encryptionKey)
  return secrets
}

/** Two who were invited: one signs up with the ticket of the mail, one is refused. */
async function invitations(server: TestServer, refused: Answer[]): Promise<Secret[]> {
  const open = await invitedTo(server)
  await fetch(open.link, { redirect: 'manual' })
  refused.push(
    await visitor(server).visit('POST', '/client/sign_ins', { strategy: 'ticket', ticket: open.ticket }),
  )
  const used = await invitedIn(server)
  const form = { strategy: 'ticket', ticket: used.ticket }
  const password = 'Planted-password-of-a-sign-up-6'
  const made = await visitor(server).visit('POST', '/client/sign_ups', { ...form, password })
  assert.equal(made.body.response.status, 'complete', made.text)
  refused.push(await visitor(server).visit('POST', '/client/sign_ups', form))
  return [
    { name: 'ticket of an invitation to an organization', value: open.ticket },
    { name: 'ticket of an invitation to the application', value: used.ticket },
    { name: 'password of a sign-up', value: password },
  ]
}

/** An authenticator app and backup codes, as a person gets them. */
async function enrol(server: TestServer, browser: Visitor, query: Record<string, string>): Promise<Secret[]> {
  const totp = await browser.post('/me/totp', {}, { query })
  server.clock.advance(60_000)
  const code = codeOf(totp.secret, server.clock.now)
  await browser.post('/me/totp/attempt_verification', { code }, { query })
  const { codes } = await browser.post('/me/backup_codes', {}, { query })
  return [
    { name: 'enrolled authenticator secret', value: totp.secret },
    { name: 'code that confirmed it', value: code },
    { name: 'first backup code', value: codes[0] },
    { name: 'last backup code', value: codes.at(-1) },
  ]
}

async function mailedCode(server: TestServer, refused: Answer[]): Promise<Secret> {
  const browser = visitor(server)
  const { id, supported_first_factors: factors } = await browser.post('/client/sign_ins', {
    identifier: email,
  })
  const factor = factors.find(({ strategy }: { strategy: string }) => strategy === 'email_code')
  await browser.post(`/client/sign_ins/${id}/prepare_first_factor`, {
    strategy: 'email_code',
    email_address_id: factor.email_address_id,
  })
  const { body } = await server.request('GET', `/bartleby/messages?to=${email}&wait=5s`)
  const mailed = body.find(({ code }: { code: string | null }) => code !== null)
  const attempt = (code: string) =>
    browser.visit('POST', `/client/sign_ins/${id}/attempt_first_factor`, { strategy: 'email_code', code })
  refused.push(await attempt(mailed.code === '000000' ? '000001' : '000000'))
  await attempt(mailed.code)
  return { name: 'mailed code', value: mailed.code }
}

/** Everything that lies on disk: the database with its write-ahead log, and the pictures. */
async function filesOf(server: TestServer): Promise<Place[]> {
  const files = globSync('**/*', { cwd: server.database.data, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const places = files.map((file) => ({
    name: file.name,
    bytes: readFileSync(join(file.parentPath, file.name)),
  }))
  return server.engine === 'sqlite'
    ? places
    : [...places, ...(await postgresFiles(server.database.databaseUrl))]
}

/** The files of this database, and the write-ahead log of the whole PostgreSQL. */
async function postgresFiles(databaseUrl: string): Promise<Place[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('checkpoint')
  const { rows } = await client.query(
    "select current_setting('data_directory') as folder, oid::text as oid from pg_database where datname = current_database()",
  )
  await client.end()
  const { folder, oid } = rows[0]
  const files = globSync([`base/${oid}/*`, 'pg_wal/0*'], { cwd: folder })
  assert.ok(files.some((file) => file.startsWith('pg_wal')))
  return files.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

const logOf = (server: TestServer): Place => ({ name: 'the log', bytes: Buffer.from(server.log.join('\n')) })

for (const engine of engines as Engine[]) {
  describe(`planted secrets (${engine})`, () => {
    let server: TestServer
    let secrets: Secret[]
    const refused: Answer[] = []
    before(async () => {
      server = await startServer(engine, { settings: withPages, logLevel: 'debug' })
      secrets = await plant(server, refused)
    })
    after(() => server.stop())

    test(`[SEC-1] no secret stands in the log, in errors, in pictures or on disk (${engine})`, async () => {
      assert.ok(secrets.length >= 20, `${secrets.length} secrets were planted`)
      assert.equal(new Set(secrets.map(({ value }) => value)).size, secrets.length)
      assert.ok(server.log.length >= 20, 'the log has been written')
      assert.ok(refused.length >= 5 && refused.every(({ status }) => status >= 400))
      const errors = { name: 'errors', bytes: Buffer.from(refused.map(({ text }) => text).join('\n')) }
      const places = [logOf(server), errors, ...(await filesOf(server))]
      assert.ok(
        places.some(({ bytes }) => bytes.includes(email)),
        'the places are the right ones',
      )
      assert.deepEqual(leaks(secrets, places), [])
    })

    test(`[SEC-2] the key that signs tokens lies sealed (${engine})`, async () => {
      const keys = await server.rows('signing_keys')
      assert.equal(keys.length, 1)
      assert.match(String(keys[0]!.private_key), /^v1\./)
      const { d, p, q } = JSON.parse(String(keys[0]!.public_jwk))
      assert.deepEqual([d, p, q], [undefined, undefined, undefined])
      const context = `signing_key:${keys[0]!.id}`
      const pem = openSealed(server.database.encryptionKey, String(keys[0]!.private_key), context)
      const lines = pem.split('\n').filter((line) => line.length === 64)
      assert.ok(lines.length > 20)
      const { d: exponent } = createPrivateKey(pem).export({ format: 'jwk' })
      const parts = [...lines, exponent!].map((value, n) => ({ name: `part ${n}`, value }))
      assert.deepEqual(leaks(parts, [logOf(server), ...(await filesOf(server))]), [])
    })

    test(`[SEC-3] a planted leak is found in every spelling and every place (${engine})`, async () => {
      // One secret for each spelling: what was deleted still lies in the files.
      const spelled = (['utf8', 'base64url', 'hex', 'base64'] as const).map((encoding, n) => {
        const secret = secrets.filter(({ name }) => name.endsWith('password'))[n]!
        return { secret, leak: `x${Buffer.from(secret.value).toString(encoding)}` }
      })
      for (const { secret, leak } of spelled) {
        assert.deepEqual(leaks([secret], await filesOf(server)), [])
        await server.create({ username: `leak_${leak.length}`, public_metadata: { leak } })
        assert.notDeepEqual(leaks([secret], await filesOf(server)), [], leak)
      }
      const { value, name } = secrets[0]!
      for (const leak of [encodeURIComponent(value), Buffer.from(`xy${value}`).toString('base64')])
        assert.deepEqual(leaks([secrets[0]!], [{ name: 'the log', bytes: Buffer.from(leak) }]), [
          `${name} in the log`,
        ])
      const code = secrets.find(({ name }) => name === 'mailed code')!
      const line = (around: string) => ({
        name: 'a line',
        bytes: Buffer.from(around.replace('*', code.value)),
      })
      assert.equal(leaks([code], [line('code=*,')]).length, 1)
      assert.equal(leaks([code], [line('at 17*3')]).length, 0)
    })
  })
}
