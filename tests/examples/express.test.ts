import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { forVisitors, type Visitor, visitor } from '#tests/frontend/visitor.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { type Answer, startServer, type TestServer } from '#tests/running-server.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'express')
const password = 'a horse that nobody knows'

async function api(server: TestServer, path: string, body: object): Promise<Answer['body']> {
  const answer = await server.request('POST', path, { body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** Starts the app as its README says, with an `.env` made of its `.env.example`. */
async function startApp(server: TestServer): Promise<{ url: string; app: ChildProcess }> {
  const values: Record<string, string> = {
    CLERK_API_URL: server.url,
    CLERK_SECRET_KEY: server.secretKey,
    CLERK_PUBLISHABLE_KEY: publishableKey('test', server.url),
  }
  const lines = (await readFile(join(folder, '.env.example'), 'utf8')).split('\n')
  const filled = lines.map((line) => {
    const name = line.split('=')[0]!
    return name in values ? `${name}=${values[name]}` : line
  })
  assert.equal(
    Object.keys(values).every((name) => filled.some((line) => line.startsWith(`${name}=`))),
    true,
  )
  const place = await mkdtemp(join(tmpdir(), 'bartleby-example-'))
  after(() => rm(place, { recursive: true, force: true }))
  await writeFile(join(place, '.env'), filled.join('\n'))
  const app = spawn(process.execPath, [`--env-file=${join(place, '.env')}`, 'index.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  after(() => app.kill('SIGKILL'))
  const [url] = await once(createInterface(app.stdout!), 'line')
  return { url, app }
}

/** Signs somebody in as a browser does. Answers a way to call the app with the token of the session. */
async function signIn(app: string, browser: Visitor, email: string) {
  const attempt = await browser.post('/client/sign_ins', { identifier: email, password })
  const session = `/client/sessions/${attempt.created_session_id}`
  return {
    query: { _clerk_session_id: attempt.created_session_id as string },
    enter: (organization: string) =>
      browser.post(`${session}/touch`, { active_organization_id: organization }),
    async call(method: string, path: string, body?: object) {
      const { jwt } = await browser.post(`${session}/tokens`)
      const answer = await fetch(app + path, {
        method,
        headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
  }
}

/** Permissions of the app's own, for accountants. */
async function addRole(server: TestServer): Promise<void> {
  const permissions: string[] = []
  for (const key of ['org:invoices:read', 'org:invoices:create'])
    permissions.push((await api(server, '/organization_permissions', { name: key, key })).id)
  await api(server, '/organization_roles', { name: 'Accountant', key: 'org:accountant', permissions })
}

test('the app of examples/express lets in whom the roles of the server let in', async () => {
  const server = await startServer('sqlite', { settings: forVisitors })
  after(() => server.stop())
  const { url } = await startApp(server)
  await addRole(server)
  const owner = await server.create({ email_address: ['owner@example.com'], password })
  const clerk = await server.create({ email_address: ['clerk@example.com'], password })
  const organization = await api(server, '/organizations', { name: 'Counting House', created_by: owner.id })

  assert.equal((await fetch(url)).status, 200)
  assert.equal((await fetch(`${url}/account`)).status, 401)

  const boss = await signIn(url, visitor(server), 'owner@example.com')
  assert.deepEqual((await boss.call('GET', '/account')).body, {
    email: 'owner@example.com',
    organization: null,
    role: null,
  })
  assert.equal((await boss.call('POST', '/team', { email: 'clerk@example.com' })).status, 403)
  await boss.enter(organization.id)
  assert.deepEqual(await boss.call('POST', '/team', { email: 'clerk@example.com' }), {
    status: 201,
    body: { email: 'clerk@example.com', status: 'pending' },
  })
  const [mail] = await messagesTo(server, 'clerk@example.com')
  assert.match(mail.link, /\/v1\/tickets\/accept\?ticket=/)

  const browser = visitor(server)
  const invited = await signIn(url, browser, 'clerk@example.com')
  const { data } = await browser.get('/me/organization_invitations', { query: invited.query })
  await browser.post(`/me/organization_invitations/${data[0].id}/accept`, {}, { query: invited.query })
  await invited.enter(organization.id)
  const account = { email: 'clerk@example.com', organization: organization.id, role: 'org:member' }
  assert.deepEqual((await invited.call('GET', '/account')).body, account)
  assert.equal((await invited.call('GET', '/invoices')).status, 403)

  const membership = `/organizations/${organization.id}/memberships/${clerk.id}`
  await server.request('PATCH', membership, { body: { role: 'org:accountant' } })
  assert.deepEqual(await invited.call('POST', '/invoices', { total: 90 }), {
    status: 201,
    body: { number: 2, organization: organization.id, total: 90 },
  })
  assert.equal((await invited.call('GET', '/invoices')).status, 200)
  assert.equal((await invited.call('POST', '/team', { email: 'x@example.com' })).status, 403)
})
