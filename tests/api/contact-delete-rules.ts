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
  remove,
  writesNothing,
} from './contacts.ts'

function goneRules(contact: ContactKind, ids: Rules<'gone' | 'unknown'>): void {
  const { kind, list, primary, noun, value } = contact
  const other = otherThan(contact)

  rule(`${ids.gone} EVT-1`, `a deleted ${noun} is unknown and free`, async (server) => {
    const text = value()
    const user = await named(server, { [kind]: [text] })
    const [id] = idsOf(user, contact)
    server.clock.advance(1000)
    const answer = await remove(server, contact, id!)
    assert.deepEqual([answer.status, answer.body], [200, { object: kind, id, deleted: true }])
    refused(await remove(server, contact, id!), 404, 'resource_not_found')
    refused(await server.request('GET', `${contact.path}/${id}`), 404, 'resource_not_found')
    const now = await read(server, user.id)
    assert.deepEqual([now[list], now[primary]], [[], null])
    assert.ok(now.updated_at >= user.updated_at + 1000)
    assert.deepEqual(await listIds(server, `${kind}=${encodeURIComponent(text)}`), [])
    assert.deepEqual(await listIds(server, `query=${encodeURIComponent(text)}`), [])
    assert.deepEqual(await recordedSince(server, user.id, 1), [
      { type: 'user.updated', changed: [list, primary] },
    ])
    await server.create({ [kind]: [text] })
  })

  rule(ids.unknown, `no ${noun} is deleted by another id`, async (server) => {
    const user = await named(server, { [kind]: [value()], [other.kind]: [other.value()] })
    const [own] = idsOf(user, contact)
    for (const id of [idsOf(user, other)[0]!, own!.toLowerCase(), user.id, 'idn_nobody', 'a%00b']) {
      const answer = await writesNothing(server, user.id, () => remove(server, contact, id))
      refused(answer, 404, 'resource_not_found')
    }
  })

  rule(ids.unknown, `a deleted user takes each ${noun} along`, async (server) => {
    const user = await named(server, { [kind]: [value()] })
    assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
    refused(await remove(server, contact, idsOf(user, contact)[0]!), 404, 'resource_not_found')
  })
}

function heirRules(contact: ContactKind, ids: Rules<'heir'>): void {
  const { kind, primary, noun, value } = contact
  const reserved = (text: string) => ({ [kind]: [text], [`${kind}_identification_status`]: ['reserved'] })

  rule(ids.heir, `the oldest other verified ${noun} inherits the primary place`, async (server) => {
    const user = await named(server, reserved(value()))
    const unverified = await added(server, contact, user.id)
    const older = await added(server, contact, user.id, { verified: true })
    const newer = await added(server, contact, user.id, { verified: true })
    const chosen = await added(server, contact, user.id, { verified: true, primary: true })
    const primaryNow = async () => (await read(server, user.id))[primary]
    const extra = await added(server, contact, user.id, { verified: true })
    assert.equal((await remove(server, contact, extra.id)).status, 200)
    assert.equal(await primaryNow(), chosen.id, 'the deletion of another one is no reason to change')
    for (const [id, heir] of [
      [chosen.id, older.id],
      [older.id, newer.id],
      [newer.id, null],
    ]) {
      assert.equal((await remove(server, contact, id)).status, 200)
      assert.equal(await primaryNow(), heir)
    }
    assert.deepEqual(idsOf(await read(server, user.id), contact), [...idsOf(user, contact), unverified.id])
  })

  rule(ids.heir, `a user without a primary ${noun} gets none by a deletion`, async (server) => {
    const user = await named(server)
    const first = await added(server, contact, user.id, { verified: true, primary: false })
    const second = await added(server, contact, user.id)
    assert.equal((await remove(server, contact, second.id)).status, 200)
    const now = await read(server, user.id)
    assert.deepEqual([now[primary], idsOf(now, contact)], [null, [first.id]])
  })
}

function lastRules(contact: ContactKind, ids: Rules<'last'>): void {
  const { kind, noun, value } = contact
  const other = otherThan(contact)

  rule(ids.last, `the last way to sign in cannot be deleted`, async (server) => {
    const failed = 'identification_deletion_failed'
    for (const status of ['verified', 'reserved']) {
      const user = await server.create({ [kind]: [value()], [`${kind}_identification_status`]: [status] })
      const [id] = idsOf(user, contact)
      refused(await writesNothing(server, user.id, () => remove(server, contact, id!)), 400, failed)
      const unverified = await added(server, other, user.id)
      refused(await writesNothing(server, user.id, () => remove(server, contact, id!)), 400, failed)
      assert.equal((await remove(server, other, unverified.id)).status, 200)
      await added(server, other, user.id, { verified: true })
      assert.equal((await remove(server, contact, id!)).status, 200)
    }
    const user = await server.create({
      web3_wallet: [`0x${Math.random().toString(16).slice(2, 10)}`.padEnd(42, '0')],
    })
    const one = await added(server, contact, user.id, { verified: true })
    assert.equal((await remove(server, contact, one.id)).status, 200, 'a wallet is a way to sign in')
  })

  rule(
    ids.last,
    `where a ${noun} is required, the last one stays`,
    async (server) => {
      const failed = 'last_required_identification_deletion_failed'
      const user = await named(server, { [kind]: [value()] })
      const [id] = idsOf(user, contact)
      refused(await writesNothing(server, user.id, () => remove(server, contact, id!)), 400, failed)
      const unverified = await added(server, contact, user.id)
      refused(await writesNothing(server, user.id, () => remove(server, contact, id!)), 400, failed)
      assert.equal((await remove(server, contact, unverified.id)).status, 200)
      await added(server, contact, user.id, { verified: true })
      assert.equal((await remove(server, contact, id!)).status, 200)
    },
    { settings: { attributes: { [kind]: { required: true } } } },
  )
}

/** What a deletion leaves, and which one it refuses. */
export function deleteRules(contact: ContactKind, ids: Rules<'gone' | 'unknown' | 'heir' | 'last'>): void {
  goneRules(contact, ids)
  heirRules(contact, ids)
  lastRules(contact, ids)
}
