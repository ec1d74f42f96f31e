import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { clerkMiddleware, getAuth } from '@clerk/express'
import express from 'express'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { joined, memberPath } from '#tests/api/given-members.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { givenPermission, givenRole } from '#tests/api/given-roles.ts'
import { forMe, type Me, me } from '#tests/frontend/me.ts'
import { acting, ownTeam } from '#tests/frontend/own-team.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const manage = 'org:sys_memberships:manage'
const invoices = 'org:invoices:create'

/** What the app decides about a request, route by route: the status of each. */
interface Decided {
  readonly read: number
  readonly manage: number
  readonly invoices: number
  readonly admin: number
  readonly orgId: string | null
}

/** An app that guards its routes as the official guide has it. */
async function startApp(server: TestServer) {
  const app = express()
  app.use(
    clerkMiddleware({
      secretKey: server.secretKey,
      publishableKey: publishableKey('test', server.url),
      apiUrl: server.url,
    }),
  )
  const guarded = {
    read: { permission: 'org:sys_memberships:read' },
    manage: { permission: manage },
    invoices: { permission: invoices },
    admin: { role: 'org:admin' },
  }
  for (const [name, needed] of Object.entries(guarded))
    app.get(`/${name}`, (request, response) => {
      const { has, orgId } = getAuth(request)
      response.status(has(needed as { role: string }) ? 200 : 403).json({ orgId: orgId ?? null })
    })
  const listening = app.listen(0, '127.0.0.1')
  after(() => listening.close())
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo
  return async (jwt: string): Promise<Decided> => {
    const headers = { authorization: `Bearer ${jwt}` }
    const ask = (name: string) => fetch(`http://127.0.0.1:${port}/${name}`, { headers })
    const [read, manage, invoices, admin] = await Promise.all(Object.keys(guarded).map(ask))
    const { orgId } = (await read!.json()) as Decided
    const [reads, manages, bills, isAdmin] = [read, manage, invoices, admin].map((one) => one!.status)
    return { read: reads!, manage: manages!, invoices: bills!, admin: isAdmin!, orgId }
  }
}

const nobody: Decided = { read: 403, manage: 403, invoices: 403, admin: 403, orgId: null }

rule(
  'CLO-8',
  'an app with an unmodified @clerk/express decides by role and permission of the active organization',
  async (server) => {
    const decide = await startApp(server)
    const ask = async (one: Me) =>
      decide((await one.browser.post(`/client/sessions/${one.sessionId}/tokens`)).jwt)
    const { organization: team, admin, member } = await ownTeam(server)
    const permission = await givenPermission(server, { key: invoices })
    const role = await givenRole(server, { key: 'org:accountant', permissions: [permission.id] })
    const accountant = await me(server)
    await joined(server, team, accountant.user, 'org:accountant')
    const become = (one: Me, key: string) =>
      server.request('PATCH', memberPath(team, one.user), { body: { role: key } })

    assert.deepEqual(await ask(admin), nobody, 'in no organization')
    for (const one of [admin, member, accountant]) await acting(one, team.id)
    const orgId = team.id
    assert.deepEqual(await ask(admin), { read: 200, manage: 200, invoices: 403, admin: 200, orgId })
    assert.deepEqual(await ask(member), { read: 200, manage: 403, invoices: 403, admin: 403, orgId })
    assert.deepEqual(await ask(accountant), { read: 403, manage: 403, invoices: 200, admin: 403, orgId })

    const own = await organization(server, { created_by: member.user.id })
    await acting(member, own.id)
    assert.deepEqual(await ask(member), { read: 200, manage: 200, invoices: 403, admin: 200, orgId: own.id })
    await acting(member, team.id)
    assert.deepEqual(await ask(member), { read: 200, manage: 403, invoices: 403, admin: 403, orgId })
    await acting(member, '')
    assert.deepEqual(await ask(member), nobody)

    await become(accountant, 'org:admin')
    assert.deepEqual(await ask(accountant), { read: 200, manage: 200, invoices: 403, admin: 200, orgId })
    await become(admin, 'org:accountant')
    assert.deepEqual(await ask(admin), { read: 403, manage: 403, invoices: 200, admin: 403, orgId })
    await server.request('DELETE', `/organization_roles/${role.id}/permissions/${permission.id}`)
    assert.deepEqual(await ask(admin), { read: 403, manage: 403, invoices: 403, admin: 403, orgId })
    await server.request('DELETE', memberPath(team, admin.user))
    assert.deepEqual(await ask(admin), nobody)
  },
  forMe(),
)
