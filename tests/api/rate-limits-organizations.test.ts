import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { allServed, limited, limits, tooMany } from '#tests/api/limited-server.ts'
import type { TestServer } from '#tests/running-server.ts'

const made = async (server: TestServer, path: string, body: object) => {
  const answer = await server.request('POST', path, { body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const published = limited({ preset: 'published' })

limits(
  'RAT-8',
  'the preset published limits the changes of one organization and of one membership',
  async (server) => {
    const { id: user } = await server.create({ email_address: [address('rate')] })
    const { id: other } = await server.create({ email_address: [address('rate')] })
    const one = await made(server, '/organizations', { name: 'One', created_by: user })
    const two = await made(server, '/organizations', { name: 'Two', created_by: user })
    await made(server, `/organizations/${one.id}/memberships`, { user_id: other, role: 'org:admin' })
    let n = 0
    const metadata = () => ({ public_metadata: { n: ++n } })
    for (const [method, tail, body] of [
      ['PATCH', '', () => ({ name: `Name ${++n}` })],
      ['PATCH', '/metadata', metadata],
      ['PUT', '/metadata', metadata],
      ['PATCH', `/memberships/${user}/metadata`, metadata],
      ['PATCH', `/memberships/${user}`, () => ({ role: ++n % 2 ? 'org:member' : 'org:admin' })],
    ] as const) {
      const change = (id: string, end: string = tail) =>
        server.request(method, `/organizations/${id}${end}`, { body: body() })
      await allServed(10, () => change(one.id))
      assert.equal(tooMany(await change(one.id)), 10)
      assert.notEqual((await change(two.id)).status, 429, 'another organization')
      if (tail.includes(user))
        assert.notEqual((await change(one.id, tail.replace(user, other))).status, 429, 'another member')
    }
  },
  published,
)

limits(
  'RAT-8',
  'the preset published limits invitations by the hour',
  async (server) => {
    const { id } = await made(server, '/organizations', { name: 'Inviting' })
    const invite = () => ({ email_address: address('rate'), notify: false })
    const within = () => ({ ...invite(), role: 'org:member' })
    for (const [path, limit, body] of [
      ['/invitations', 100, invite],
      ['/invitations/bulk', 25, () => [invite()]],
      [`/organizations/${id}/invitations`, 250, within],
      [`/organizations/${id}/invitations/bulk`, 50, () => [within()]],
    ] as const) {
      const send = () => server.request('POST', path, { body: body() })
      await allServed(limit, send)
      assert.equal(tooMany(await send()), 3600)
    }
  },
  published,
)
