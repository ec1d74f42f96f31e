import assert from 'node:assert/strict'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { meOperations } from '#contract/frontend/me/me-operations.ts'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { password } from '#tests/api/passwords.ts'
import { codeAt } from '#tests/api/second-factors.ts'
import { holding } from '#tests/held-users.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { addressOf, formOf, type Ids, type Sending, send } from './any-frontend-operation.ts'
import { checkFrontendAnswer } from './frontend-check.ts'
import { forMe, type Me, me } from './me.ts'
import { signInByTicket } from './signed-in.ts'
import { appOrigin, visitor } from './visitor.ts'

const strangers = [
  'https://evil.example',
  'null',
  `${appOrigin}.evil.example`,
  'http://app.test:3001',
  'http://app.test',
  'https://app.test:3000',
  'http://evil-app.test:3000',
]

/** A signed-in user with something that every path can name. */
async function subject(server: TestServer, attributes: Record<string, unknown> = {}) {
  const one = await me(server, attributes)
  const address = await one.done('POST', '/email_addresses', { email_address: `gate.${one.email}` })
  const ids: Ids = { session_id: one.sessionId, email_id: address.id }
  return { one, ids }
}

/** What an operation can have changed. */
async function state(server: TestServer): Promise<string> {
  const tables = [
    'users',
    'identifications',
    'sessions',
    'clients',
    'codes',
    'messages',
    'totps',
    'backup_codes',
  ]
  const rows = await Promise.all(tables.map((table) => server.rows(table)))
  return JSON.stringify([(await server.events()).length, server.decodes(), rows])
}

const codeOf = ({ body }: { body: { errors: { code: string }[] } }) => body.errors[0]!.code
const proofOf = ({ browser, sessionId }: Me) => ({ token: browser.token, sessionId })

rule(
  'MGT-1',
  'each operation on the own account needs the client and a live session of it',
  async (server) => {
    const { one, ids } = await subject(server)
    const eve = await me(server)
    const out = await me(server)
    await out.browser.post(`/client/sessions/${out.sessionId}/end`)
    const banned = await me(server)
    await server.request('POST', `/users/${banned.user.id}/ban`)
    const { jwt } = await one.browser.post(`/client/sessions/${one.sessionId}/tokens`)
    const { sessionId } = one
    const before = await state(server)
    const without: [string, Sending][] = [
      ['nothing', {}],
      ['an unknown client', { token: 'nobody', sessionId }],
      ['a session token as cookie', { sessionId, headers: { cookie: `__session=${jwt}` } }],
      ['a session token as bearer', { sessionId, headers: { authorization: `Bearer ${jwt}` } }],
      [
        'a session token of an app',
        { sessionId, origin: undefined, query: { _is_native: '1' }, headers: { authorization: jwt } },
      ],
      ['a session token in place of the client', { token: jwt, sessionId }],
      ['the secret key', { sessionId, headers: { authorization: `Bearer ${server.secretKey}` } }],
      ["another client's token", { token: eve.browser.token, sessionId }],
      ['a session that has ended', proofOf(out)],
      ['a session of a banned user', proofOf(banned)],
    ]
    for (const operation of meOperations)
      for (const [name, sending] of without) {
        const answer = await send(server.url, operation, ids, sending)
        assert.equal(answer.status, 401, `${operation.id} with ${name}: ${answer.text}`)
        assert.equal(codeOf(answer), 'authentication_invalid')
      }
    assert.equal(await state(server), before)
    for (const { id, needs } of meOperations) assert.equal(needs, 'session', id)
  },
  { ...forMe(), fresh: true },
)

rule(
  'MGT-2',
  'from a strange origin nothing happens, whatever is called',
  async (server) => {
    const { one, ids } = await subject(server)
    const proof = proofOf(one)
    const before = await state(server)
    for (const operation of frontendOperations) {
      for (const origin of strangers) {
        const answer = await send(server.url, operation, ids, { ...proof, origin })
        assert.equal(answer.status, 400, `${operation.id} from ${origin}: ${answer.text}`)
        assert.equal(codeOf(answer), 'origin_invalid')
        assert.equal(answer.headers.get('access-control-allow-origin'), null)
        assert.equal(answer.headers.get('set-cookie'), null)
      }
      const bare = await send(server.url, operation, ids, { ...proof, origin: undefined })
      assert.deepEqual(
        [bare.status, codeOf(bare)],
        [400, 'origin_invalid'],
        `${operation.id} without an origin`,
      )
      if (operation.method === 'GET') continue
      const hidden = { ...proof, origin: 'https://evil.example', method: 'POST' }
      const tricked = await send(server.url, operation, ids, {
        ...hidden,
        query: { _method: operation.method },
      })
      assert.deepEqual(
        [tricked.status, codeOf(tricked)],
        [400, 'origin_invalid'],
        `${operation.id} by _method`,
      )
    }
    assert.equal(await state(server), before)
  },
  { ...forMe(), fresh: true },
)

rule(
  'MGT-3',
  'forms of another type, with strange fields or too long',
  async (server) => {
    const { one, ids } = await subject(server)
    const proof = proofOf(one)
    const before = await state(server)
    const refuse = async (operation: FrontendOperation, sending: Sending, status: number, code: string) => {
      const answer = await send(server.url, operation, ids, { ...proof, ...sending })
      assert.equal(answer.status, status, `${operation.id}: ${answer.text}`)
      assert.ok(
        answer.body.errors.some((error: { code: string }) => error.code === code),
        `${operation.id} ${code}: ${answer.text}`,
      )
      checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
    }
    for (const operation of frontendOperations.filter(({ body }) => body)) {
      const form = formOf(operation).toString()
      const type = (name: string) => ({ 'content-type': name })
      for (const name of [
        'application/json',
        'text/plain',
        'text/plain; a=application/x-www-form-urlencoded',
      ])
        await refuse(operation, { body: '{"a":1}', headers: type(name) }, 415, 'unsupported_content_type')
      const encoded = type('application/x-www-form-urlencoded')
      await refuse(
        operation,
        { body: `${form}&no_such_field=1`, headers: encoded },
        422,
        'form_param_unknown',
      )
      const [field] = Object.keys(operation.body!.properties)
      const twice = `${form}&${field}=a&${field}=b`
      await refuse(operation, { body: twice, headers: encoded }, 422, 'form_param_duplicate')
      const long = `${form}&x=${'x'.repeat(1024 * 1024)}`
      await refuse(operation, { body: long, headers: encoded }, 413, 'request_body_too_large')
    }
    assert.equal(await state(server), before)
  },
  { ...forMe(), fresh: true },
)

rule(
  'MGT-4',
  'the verb itself, `_method` by POST, a slash at the end: the same operation',
  async (server) => {
    for (const operation of meOperations) {
      const { method, upload } = operation
      const reach = async (sending: Sending) => {
        const { one, ids } = await subject(server)
        const path = `${addressOf(operation, ids)}${sending.path ?? ''}`
        return send(server.url, operation, ids, { ...proofOf(one), ...sending, path })
      }
      const direct = await reach({})
      assert.doesNotMatch(direct.text, /no such operation/, operation.id)
      assert.equal((await reach({ path: '/' })).status, direct.status, `${operation.id} with a slash`)
      if (method === 'GET') {
        const write = await reach({ query: { _method: 'DELETE' } })
        assert.equal(write.status, 200, 'a read never becomes a write')
        continue
      }
      const hidden = await reach({ method: 'POST', query: { _method: method } })
      assert.equal(hidden.status, direct.status, `${operation.id} by _method`)
      const lower = await reach({ method: 'POST', query: { _method: method.toLowerCase() } })
      assert.equal(lower.status, direct.status, `${operation.id} by _method in lower case`)
      if (upload) assert.equal(direct.status, 200)
    }
  },
  { ...forMe(), fresh: true },
)

/** A user for whom the operation would change something, and what it is sent. */
async function ready(server: TestServer, operation: FrontendOperation) {
  const attributes = ['changePassword', 'removePassword'].includes(operation.id) ? { password } : {}
  const { one, ids } = await subject(server, attributes)
  const form = formOf(operation)
  if (operation.id === 'patchUser') form.append('first_name', 'Ada')
  if ('password' in attributes) form.append('current_password', password)
  if (operation.id === 'verifyEmailAddress') {
    await one.done('POST', `/email_addresses/${ids.email_id}/prepare_verification`, {
      strategy: 'email_code',
    })
    const [message] = (await server.request('GET', `/bartleby/messages?to=gate.${one.email}`)).body
    form.set('code', message.code)
  }
  if (['verifyTOTP', 'deleteTOTP', 'createBackupCodes'].includes(operation.id)) {
    const { secret, created_at } = await one.done('POST', '/totp')
    const code = codeAt(created_at, 0, secret)
    if (operation.id === 'verifyTOTP') form.set('code', code)
    else await one.done('POST', '/totp/attempt_verification', { code })
  }
  if (operation.id === 'deleteProfileImage')
    await one.call('POST', '/profile_image', undefined, { rawBody: pictureForm(anyPicture()) })
  return { one, ids, form: operation.upload ? pictureForm(anyPicture()) : form }
}

rule(
  'MGT-5',
  'a write to a user who is held for too long is refused and leaves nothing',
  async (server) => {
    // Writes to organizations hold the organization: see OMO-8.
    const writes = meOperations.filter(
      ({ path, refusals }) => refusals.includes('resource_locked') && !path.startsWith('/me/organization_'),
    )
    const subjects: ({ operation: FrontendOperation } & Awaited<ReturnType<typeof ready>>)[] = []
    for (const operation of writes) subjects.push({ operation, ...(await ready(server, operation)) })
    const before = await server.rows('users')
    await holding(
      server,
      subjects.map(({ one }) => one.user.id),
      async () => {
        const answers = subjects.map(async ({ operation, one, ids, form }) => {
          const answer = await send(server.url, operation, ids, { ...proofOf(one), body: form })
          const expected =
            server.engine === 'sqlite' ? [503, 'service_unavailable'] : [409, 'resource_locked']
          assert.deepEqual([answer.status, codeOf(answer)], expected, `${operation.id}: ${answer.text}`)
          checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
        })
        await Promise.all(answers)
      },
    )
    assert.deepEqual(await server.rows('users'), before)
  },
  { ...forMe(), fresh: true },
)

rule(
  'MGT-1',
  'a second browser of the same user has a session of its own',
  async (server) => {
    const { one } = await subject(server)
    const elsewhere = visitor(server)
    const other = await signInByTicket(server, elsewhere, one.user.id)
    const crossed = await elsewhere.visit('GET', '/me', undefined, {
      query: { _clerk_session_id: one.sessionId },
    })
    assert.equal(crossed.status, 401, 'of the same user, yet of another client')
    assert.equal((await elsewhere.get('/me', { query: { _clerk_session_id: other } })).id, one.user.id)
  },
  forMe(),
)
