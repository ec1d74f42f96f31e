import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import { added, type ContactKind, idsOf, named, otherThan, type Rules, read } from './contacts.ts'

export function getRules(contact: ContactKind, ids: Rules<'read'>): void {
  const { kind, list, noun, path, value } = contact
  const other = otherThan(contact)
  const get = { verified: value(), reserved: value() }

  rule(ids.read, `a ${noun} reads as in the list of its user`, async (server) => {
    const user = await named(server, {
      [kind]: Object.values(get),
      [`${kind}_identification_status`]: Object.keys(get),
    })
    await added(server, contact, user.id)
    const now = await read(server, user.id)
    assert.equal(now[list].length, 3)
    for (const one of now[list]) {
      const answer = await server.request('GET', `${path}/${one.id}`)
      assert.deepEqual([answer.status, answer.body], [200, one])
    }
  })

  rule(ids.read, `no ${noun} is read by another id`, async (server) => {
    const user = await named(server, { [kind]: [value()], [other.kind]: [other.value()] })
    const [own] = idsOf(user, contact)
    const foreign = idsOf(user, other)[0]!
    for (const id of [foreign, own!.toUpperCase(), own!.slice(0, -1), user.id, 'idn_nobody', 'a%00b']) {
      const answer = await server.request('GET', `${path}/${id}`)
      refused(answer, 404, 'resource_not_found')
      assert.equal(answer.body.errors[0].message, 'Resource not found')
    }
  })
}
