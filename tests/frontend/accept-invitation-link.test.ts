import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { type Invited, invitedIn, invitedTo, pages, standingOf, withPages } from './invited.ts'
import { person, testAddress } from './signing-in.ts'
import { forVisitors } from './visitor.ts'

const options = { settings: withPages }
const kinds = { organization: invitedTo, application: invitedIn } as const
const open = (url: string, headers = {}) => fetch(url, { redirect: 'manual', headers })
const own = 'http://app.test:3000/welcome?theme=dark'

async function leadsTo(link: string): Promise<URL> {
  const answer = await open(link, { cookie: '__client=x' })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(answer.headers.get('set-cookie'), null)
  return new URL(answer.headers.get('location')!)
}

async function closed(link: string): Promise<void> {
  const answer = await open(link)
  assert.equal(answer.status, 400)
  assert.equal(answer.headers.get('location'), null)
  assert.equal((await answer.json()).errors[0].code, 'ticket_invalid_code')
}

const untouched = async (server: TestServer, invited: Invited) =>
  assert.equal(await standingOf(server, invited), 'pending')

for (const [kind, invite] of Object.entries(kinds)) {
  rule(
    'TKO-1',
    `the link to an ${kind} leads whoever has an account to sign in and others to sign up, and uses nothing up`,
    async (server) => {
      const { email } = await person(server)
      const reserved = testAddress()
      await server.create({ email_address: [reserved], email_address_identification_status: ['reserved'] })
      const unverified = testAddress()
      const { id: user_id } = await person(server)
      await server.request('POST', '/email_addresses', {
        body: { user_id, email_address: unverified, verified: false },
      })
      const cases = [
        { email, status: 'sign_in' },
        { email: reserved, status: 'sign_in' },
        { email: unverified, status: 'sign_up' },
        { email: testAddress(), status: 'sign_up' },
      ] as const
      for (const { email, status } of cases) {
        const invited = await invite(server, { email })
        assert.ok(invited.link.startsWith(`${server.url}/v1/tickets/accept?ticket=`), invited.link)
        for (const more of ['', '&redirect_url=https://evil.example', '&__clerk_status=other']) {
          const target = await leadsTo(`${invited.link}${more}`)
          assert.equal(target.origin + target.pathname, pages[`${status}_url`])
          assert.deepEqual(Object.fromEntries(target.searchParams), {
            __clerk_ticket: invited.ticket,
            __clerk_status: status,
          })
        }
        await untouched(server, invited)
        assert.deepEqual(await server.events(invited.id).then((all) => all.length), 1)
      }
      const elsewhere = await invite(server, { email: testAddress(), redirect_url: own })
      const target = await leadsTo(elsewhere.link)
      assert.equal(target.origin + target.pathname, 'http://app.test:3000/welcome')
      assert.deepEqual(Object.fromEntries(target.searchParams), {
        theme: 'dark',
        __clerk_ticket: elsewhere.ticket,
        __clerk_status: 'sign_up',
      })
    },
    options,
  )

  rule(
    'TKO-2',
    `the link to an ${kind} leads nowhere once it was revoked or has run out, to the millisecond`,
    async (server) => {
      server.clock.freeze()
      const invited = await invite(server, { expires_in_days: 1 })
      server.clock.advance(24 * 3_600_000 - 1)
      await leadsTo(invited.link)
      server.clock.advance(1)
      await closed(invited.link)
      const other = await invite(server)
      await leadsTo(other.link)
      const path =
        'organizationId' in other
          ? `/organizations/${other.organizationId}/invitations/${other.id}/revoke`
          : `/invitations/${other.id}/revoke`
      assert.equal((await server.request('POST', path, { body: {} })).status, 200)
      await closed(other.link)
    },
    options,
  )
}

rule(
  'TKO-2',
  'the link to an organization leads nowhere where there are no organizations any more',
  async (server) => {
    const invited = await invitedTo(server)
    const set = (enabled: boolean) =>
      server.request('PATCH', '/instance/organization_settings', { body: { enabled } })
    assert.equal((await set(false)).status, 200)
    await closed(invited.link)
    await set(true)
    await leadsTo(invited.link)
  },
  { ...options, fresh: true },
)

rule(
  'TKO-1',
  'without a page the link says which setting is missing',
  async (server) => {
    const says = async (link: string, setting: RegExp) => {
      const answer = await open(link)
      assert.equal(answer.status, 404)
      assert.match((await answer.json()).errors[0].long_message, setting)
    }
    await says((await invitedTo(server)).link, /sign_up_url/)
    await says((await invitedIn(server, { email: (await person(server)).email })).link, /sign_in_url/)
  },
  { settings: forVisitors },
)
