import assert from 'node:assert/strict'
import { listIds, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import {
  added,
  type ContactKind,
  idsOf,
  named,
  otherThan,
  type Rules,
  read,
  recordedSince,
  replace,
  verifiedByAdmin,
  writesNothing,
} from './contacts.ts'

function allRules(contact: ContactKind, ids: Rules<'all'>): void {
  const { kind, list, primary, noun, value } = contact
  const other = otherThan(contact)

  rule(ids.all, `the new ${noun} takes the place of all others`, async (server) => {
    const [one, two, text] = [value(), value(), value()]
    const user = await named(server, { [kind]: [one, two], [other.kind]: [other.value()] })
    await added(server, contact, user.id)
    const answer = await replace(server, contact, user.id, { [kind]: contact.respelled(text) })
    assert.equal(answer.status, 200, answer.text)
    const now = await read(server, user.id)
    assert.deepEqual(now[list], [answer.body])
    assert.deepEqual([answer.body[kind], answer.body.verification], [text, verifiedByAdmin])
    assert.equal(now[primary], answer.body.id)
    assert.deepEqual(now[other.list], user[other.list])
    assert.equal(now[other.primary], user[other.primary])
    await server.create({ [kind]: [one, two] })
    assert.deepEqual(await listIds(server, `${kind}=${encodeURIComponent(text)}`), [user.id])
  })

  rule(ids.all, `a user without a ${noun} gets one`, async (server) => {
    const user = await named(server)
    const answer = await replace(server, contact, user.id, { [kind]: value() })
    const now = await read(server, user.id)
    assert.deepEqual([now[list], now[primary]], [[answer.body], answer.body.id])
  })
}

function statusRules(contact: ContactKind, ids: Rules<'status' | 'own' | 'malformed'>): void {
  const { kind, list, primary, noun, value } = contact
  const taken = `form_identifier_exists ${kind}`

  rule(ids.status, `a ${noun} that is not verified is not primary`, async (server) => {
    for (const status of ['reserved', 'unverified']) {
      const user = await named(server, { [kind]: [value()] })
      const text = value()
      const answer = await replace(server, contact, user.id, { [kind]: text, identification_status: status })
      assert.deepEqual([answer.body.reserved, answer.body.verification], [status === 'reserved', null])
      const now = await read(server, user.id)
      assert.deepEqual([now[list], now[primary]], [[answer.body], null])
      const second = await server.request('POST', '/users', { body: { [kind]: [text] } })
      if (status === 'reserved') refused(second, 422, taken)
      else assert.equal(second.status, 200, second.text)
    }
  })

  rule(ids.status, `an unverified ${noun} may leave a user without a way to sign in`, async (server) => {
    const user = await server.create({ [kind]: [value()] })
    const body = { [kind]: value(), identification_status: 'unverified' }
    assert.equal((await replace(server, contact, user.id, body)).status, 200)
    const again = await replace(server, contact, user.id, { [kind]: value() })
    assert.equal(again.status, 200, again.text)
  })

  rule(ids.own, `a ${noun} of the user keeps its id and takes the status`, async (server) => {
    const text = value()
    const user = await named(server, { [kind]: [value(), text] })
    const [, id] = idsOf(user, contact)
    for (const status of ['unverified', 'reserved', 'verified']) {
      const body = { [kind]: contact.respelled(text), identification_status: status }
      const answer = await replace(server, contact, user.id, body)
      assert.deepEqual([answer.status, answer.body.id, answer.body[kind]], [200, id, text])
      assert.deepEqual(
        [answer.body.reserved, answer.body.verification],
        [status === 'reserved', status === 'verified' ? verifiedByAdmin : null],
      )
      assert.equal(answer.body.created_at, user[list][1].created_at)
      assert.deepEqual((await read(server, user.id))[list], [answer.body])
    }
  })

  rule(ids.malformed, `a status that does not exist is refused`, async (server) => {
    const user = await named(server)
    for (const identification_status of ['pending', '', 'VERIFIED']) {
      const answer = await replace(server, contact, user.id, { [kind]: value(), identification_status })
      refused(answer, 422, 'form_param_value_invalid identification_status')
    }
    const nothing = await replace(server, contact, user.id, { [kind]: value(), identification_status: null })
    refused(nothing, 422, 'form_param_type_invalid identification_status')
  })
}

function claimRules(contact: ContactKind, ids: Rules<'claim' | 'record'>): void {
  const { kind, list, primary, noun, value } = contact
  const taken = `form_identifier_exists ${kind}`

  rule(`${ids.claim} EVT-4`, `a claimed ${noun} is refused and nothing is deleted`, async (server) => {
    const text = value()
    await server.create({ [kind]: [text] })
    const user = await named(server, { [kind]: [value(), value()] })
    for (const identification_status of ['verified', 'reserved', undefined]) {
      const body = { [kind]: text, identification_status }
      const answer = await writesNothing(server, user.id, () => replace(server, contact, user.id, body))
      refused(answer, 422, taken)
    }
    const shared = { [kind]: text, identification_status: 'unverified' }
    assert.equal((await replace(server, contact, user.id, shared)).status, 200)
  })

  rule(`${ids.record} EVT-1 EVT-5`, `replacing a ${noun} records one event or none`, async (server) => {
    const user = await named(server, { [kind]: [value()] })
    const body = { [kind]: value() }
    server.clock.advance(1000)
    const first = await replace(server, contact, user.id, body)
    assert.ok((await read(server, user.id)).updated_at >= user.updated_at + 1000)
    const again = await writesNothing(server, user.id, () => replace(server, contact, user.id, body))
    assert.deepEqual([again.status, again.body], [200, first.body])
    assert.deepEqual(await recordedSince(server, user.id, 1), [
      { type: 'user.updated', changed: [list, primary] },
    ])
  })
}

/** One in place of all, whichever kind it is. */
export function replaceRules(
  contact: ContactKind,
  ids: Rules<'all' | 'status' | 'own' | 'malformed' | 'claim' | 'record'>,
): void {
  allRules(contact, ids)
  statusRules(contact, ids)
  claimRules(contact, ids)
}
