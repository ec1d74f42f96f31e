import assert from 'node:assert/strict'
import { listIds, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import {
  add,
  added,
  type ContactKind,
  idsOf,
  named,
  type Rules,
  read,
  recordedSince,
  verifiedByAdmin,
  writesNothing,
} from './contacts.ts'

function stateRules(contact: ContactKind, ids: Rules<'state'>): void {
  const { kind, list, noun, value } = contact

  rule(
    ids.state,
    `a ${noun} is verified by an administrator's word or unverified, and comes last`,
    async (server) => {
      const user = await named(server, { [kind]: [value()] })
      const text = value()
      const verified = await added(server, contact, user.id, { [kind]: text, verified: true })
      assert.deepEqual([verified[kind], verified.object], [text, kind])
      assert.deepEqual([verified.verification, verified.reserved], [verifiedByAdmin, false])
      for (const body of [{}, { verified: false }, { verified: null, primary: null }]) {
        const one = await added(server, contact, user.id, body)
        assert.deepEqual([one.verification, one.reserved, one.linked_to], [null, false, []])
        const now = await read(server, user.id)
        assert.deepEqual(now[list].at(-1), one)
      }
      const now = await read(server, user.id)
      assert.equal(now[list].length, 5)
      assert.deepEqual(now[list][1], verified)
      assert.match(verified.id, /^idn_[0-9A-Za-z]{27}$/)
      assert.deepEqual([verified.created_at], [verified.updated_at])
    },
  )

  rule(
    `${ids.state} ${kind === 'email_address' ? 'IDM-4' : 'IDM-6'}`,
    `an added ${noun} is kept in one spelling`,
    async (server) => {
      const user = await named(server)
      const text = value()
      const one = await added(server, contact, user.id, { [kind]: contact.respelled(text), verified: true })
      assert.equal(one[kind], text)
      assert.deepEqual(await listIds(server, `${kind}=${encodeURIComponent(text)}`), [user.id])
    },
  )
}

function claimRules(contact: ContactKind, ids: Rules<'claim' | 'twice'>): void {
  const { kind, primary, noun, value } = contact
  const taken = `form_identifier_exists ${kind}`

  rule(
    `${ids.claim} IDM-1 IDM-3`,
    `a verified ${noun} belongs to one user, an unverified one to nobody`,
    async (server) => {
      const text = value()
      const [first, second, third] = [await named(server), await named(server), await named(server)]
      await added(server, contact, first.id, { [kind]: text })
      await added(server, contact, second.id, { [kind]: text })
      const owned = await added(server, contact, third.id, { [kind]: text, verified: true })
      const late = await named(server)
      const body = { user_id: late.id, [kind]: contact.respelled(text), verified: true }
      refused(await writesNothing(server, late.id, () => add(server, contact, body)), 422, taken)
      await added(server, contact, late.id, { [kind]: text })
      const found = await listIds(server, `${kind}=${encodeURIComponent(text)}&order_by=created_at`)
      assert.deepEqual(found.toSorted(), [first.id, second.id, third.id, late.id].sort())
      assert.equal((await read(server, third.id))[primary], owned.id)
    },
  )

  rule(`${ids.claim} IDM-2`, `a reserved ${noun} is closed to others as well`, async (server) => {
    const text = value()
    await named(server, { [kind]: [text], [`${kind}_identification_status`]: ['reserved'] })
    const late = await named(server)
    const body = { user_id: late.id, [kind]: text, verified: true }
    refused(await writesNothing(server, late.id, () => add(server, contact, body)), 422, taken)
  })

  rule(ids.twice, `no user has one ${noun} twice, whatever its states`, async (server) => {
    for (const first of [true, false])
      for (const second of [true, false]) {
        const text = value()
        const user = await named(server)
        await added(server, contact, user.id, { [kind]: text, verified: first })
        const body = { user_id: user.id, [kind]: contact.respelled(text), verified: second }
        refused(await writesNothing(server, user.id, () => add(server, contact, body)), 422, taken)
      }
  })
}

function listRules(contact: ContactKind, ids: Rules<'primary'>): void {
  const { kind, noun, value } = contact

  rule(`LST-7 SRC-1 CNT-1`, `an unverified ${noun} is found by filter and search`, async (server) => {
    const user = await named(server)
    const text = value()
    await added(server, contact, user.id, { [kind]: text })
    for (const [name, needle] of [
      [kind, text],
      [`${kind}_query`, text.slice(1)],
      ['query', text.slice(1)],
    ] as const) {
      const query = `${name}=${encodeURIComponent(needle)}`
      assert.deepEqual(await listIds(server, query), [user.id], query)
      assert.equal((await server.request('GET', `/users/count?${query}`)).body.total_count, 1, query)
    }
  })

  rule(`${ids.primary} ORD-6 ORD-7`, `users are ordered by their primary ${noun} alone`, async (server) => {
    const [user, other] = [await named(server), await named(server)]
    await added(server, contact, other.id, { verified: true })
    await added(server, contact, user.id)
    const order = async (sign: string) => {
      const query = `order_by=${sign}${kind}&user_id=${user.id}&user_id=${other.id}`
      return listIds(server, query)
    }
    const none = [other.id, user.id]
    assert.deepEqual([await order('%2B'), await order('-')], [none, none], 'nobody has it: last')
    await added(server, contact, user.id, { verified: true })
    assert.deepEqual(await order('%2B'), (await order('-')).toReversed())
  })
}

function primaryRules(contact: ContactKind, ids: Rules<'primary'>): void {
  const { kind, list, primary, noun, value } = contact

  rule(ids.primary, `the first verified ${noun} becomes primary, later ones when asked`, async (server) => {
    const user = await named(server)
    const unverified = await added(server, contact, user.id)
    assert.equal((await read(server, user.id))[primary], null)
    const first = await added(server, contact, user.id, { verified: true })
    assert.equal((await read(server, user.id))[primary], first.id)
    for (const body of [{}, { primary: false }, { primary: null }]) {
      await added(server, contact, user.id, { verified: true, ...body })
      assert.equal((await read(server, user.id))[primary], first.id)
    }
    const chosen = await added(server, contact, user.id, { verified: true, primary: true })
    const now = await read(server, user.id)
    assert.equal(now[primary], chosen.id)
    assert.equal(now[list][0].id, unverified.id)
  })

  rule(ids.primary, `a first verified ${noun} is not primary against the caller's will`, async (server) => {
    const user = await named(server)
    const first = await added(server, contact, user.id, { verified: true, primary: false })
    const before = await read(server, user.id)
    assert.equal(before[primary], null)
    const second = await added(server, contact, user.id, { verified: true })
    const now = await read(server, user.id)
    assert.equal(now[primary], second.id)
    assert.deepEqual(idsOf(now, contact), [first.id, second.id])
  })

  rule(ids.primary, `no unverified ${noun} becomes primary`, async (server) => {
    const user = await named(server)
    for (const verified of [undefined, null, false]) {
      const body = { user_id: user.id, [kind]: value(), verified, primary: true }
      const answer = await writesNothing(server, user.id, () => add(server, contact, body))
      refused(answer, 422, 'form_verification_needed primary')
    }
  })
}

function recordRules(contact: ContactKind, ids: Rules<'record'>): void {
  const { list, primary, noun } = contact

  rule(
    `${ids.record} EVT-1 EVT-3`,
    `adding a ${noun} records one event and moves the time of the user`,
    async (server) => {
      const user = await named(server)
      server.clock.advance(1000)
      const one = await added(server, contact, user.id, { verified: true })
      const now = await read(server, user.id)
      assert.ok(now.updated_at >= user.updated_at + 1000)
      assert.ok(now.updated_at >= one.created_at)
      assert.deepEqual(await recordedSince(server, user.id, 1), [
        { type: 'user.updated', changed: [list, primary] },
      ])
      await added(server, contact, user.id)
      assert.deepEqual(await recordedSince(server, user.id, 2), [{ type: 'user.updated', changed: [list] }])
    },
  )
}

/** What adding one does, whichever kind it is. */
export function createRules(
  contact: ContactKind,
  ids: Rules<'state' | 'claim' | 'twice' | 'primary' | 'record'>,
): void {
  stateRules(contact, ids)
  claimRules(contact, ids)
  listRules(contact, ids)
  primaryRules(contact, ids)
  recordRules(contact, ids)
}
