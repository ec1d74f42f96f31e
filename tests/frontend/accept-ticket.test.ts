import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { person, ticketOf } from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const page = 'https://app.example.com/sign-in?theme=dark'
const open = (url: string, headers = {}) => fetch(url, { redirect: 'manual', headers })

rule(
  'SIN-10',
  'the link of a ticket leads to the page of the settings, uses nothing up and goes nowhere else',
  async (server) => {
    const { id } = await person(server)
    const made = await server.request('POST', '/sign_in_tokens', { body: { user_id: id } })
    const link = new URL(made.body.url)
    assert.equal(link.pathname, '/v1/tickets/accept')
    for (const more of ['', '&redirect_url=https://evil.example', '&__clerk_ticket=other']) {
      const answer = await open(`${link.href}${more}`, { cookie: '__client=x', host: 'evil.example' })
      assert.equal(answer.status, 303)
      const target = new URL(answer.headers.get('location')!)
      assert.equal(target.origin + target.pathname, 'https://app.example.com/sign-in')
      assert.deepEqual(Object.fromEntries(target.searchParams), {
        theme: 'dark',
        __clerk_ticket: made.body.token,
        __clerk_status: 'sign_in',
      })
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    }
    const signIn = await visitor(server).post('/client/sign_ins', {
      strategy: 'ticket',
      ticket: made.body.token,
    })
    assert.equal(signIn.status, 'complete')
    for (const bad of ['', '?ticket=', `?ticket=${'x'.repeat(2049)}`]) {
      const answer = await open(`${server.url}/v1/tickets/accept${bad}`)
      assert.equal(answer.status, 400)
      assert.equal((await answer.json()).errors[0].code, 'ticket_invalid_code')
    }
  },
  { settings: { ...forVisitors, display: { sign_in_url: page } } },
)

rule(
  'SIN-10',
  'without such a page the link says what is missing',
  async (server) => {
    const { id } = await person(server)
    const answer = await open(`${server.url}/v1/tickets/accept?ticket=${await ticketOf(server, id)}`)
    assert.equal(answer.status, 404)
    assert.match((await answer.json()).errors[0].long_message, /sign_in_url/)
  },
  { settings: forVisitors },
)
