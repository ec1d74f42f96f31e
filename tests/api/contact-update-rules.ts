import assert from 'node:assert/strict'
import { address, listIds, refused } from '#tests/api/given-users.ts'
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
  update,
  updated,
  verifiedByAdmin,
  writesNothing,
} from './contacts.ts'

function verifyRules(contact: ContactKind, ids: Rules<'verify'>): void {
  const { kind, list, primary, noun, value } = contact
  const taken = `form_identifier_exists ${kind}`
  const reserved = (text: string) => ({ [kind]: [text], [`${kind}_identification_status`]: ['reserved'] })

  rule(ids.verify, `an unverified ${noun} becomes verified and is then claimed`, async (server) => {
    const text = value()
    const [user, rival] = [await named(server), await named(server)]
    const one = await added(server, contact, user.id, { [kind]: text })
    const same = await added(server, contact, rival.id, { [kind]: text })
    server.clock.advance(1000)
    const after = await updated(server, contact, one.id, { verified: true })
    assert.deepEqual(after, { ...one, verification: verifiedByAdmin, updated_at: after.updated_at })
    assert.ok(after.updated_at >= one.updated_at + 1000)
    const answer = await writesNothing(server, rival.id, () =>
      update(server, contact, same.id, { verified: true }),
    )
    refused(answer, 422, taken)
    refused(await server.request('POST', '/users', { body: { [kind]: [text] } }), 422, taken)
  })

  rule(`${ids.verify} IDM-2`, `a reserved ${noun} becomes verified`, async (server) => {
    const user = await named(server, reserved(value()))
    const [before] = user[list]
    assert.deepEqual([before.reserved, user[primary]], [true, null])
    const after = await updated(server, contact, before.id, { verified: true })
    assert.deepEqual([after.id, after.reserved, after.verification], [before.id, false, verifiedByAdmin])
    assert.equal((await read(server, user.id))[primary], before.id)
  })
}

function unverifyRules(contact: ContactKind, ids: Rules<'unverify'>): void {
  const { kind, primary, noun, value } = contact
  const taken = `form_identifier_exists ${kind}`
  const reserved = (text: string) => ({ [kind]: [text], [`${kind}_identification_status`]: ['reserved'] })

  rule(`${ids.unverify} IDM-3`, `a ${noun} that is no longer verified is free for others`, async (server) => {
    const text = value()
    const user = await named(server, { [kind]: [text, value()] })
    const [first, second] = idsOf(user, contact)
    const after = await updated(server, contact, first!, { verified: false })
    assert.deepEqual([after.verification, after.reserved], [null, false])
    const now = await read(server, user.id)
    assert.deepEqual(idsOf(now, contact), [first, second], 'it keeps its place')
    assert.equal(now[primary], second)
    const heir = await named(server, { [kind]: [text] })
    refused(await update(server, contact, first!, { verified: true }), 422, taken)
    const found = await listIds(server, `${kind}=${encodeURIComponent(text)}`)
    assert.deepEqual(found.toSorted(), [user.id, heir.id].sort())
  })

  rule(ids.unverify, `the oldest other verified ${noun} inherits the primary place`, async (server) => {
    const user = await named(server, reserved(value()))
    await added(server, contact, user.id)
    const older = await added(server, contact, user.id, { verified: true })
    const newer = await added(server, contact, user.id, { verified: true })
    const first = await added(server, contact, user.id, { verified: true, primary: true })
    for (const [id, heir] of [
      [first.id, older.id],
      [older.id, newer.id],
      [newer.id, null],
    ]) {
      await updated(server, contact, id, { verified: false })
      assert.equal((await read(server, user.id))[primary], heir)
    }
  })

  rule(ids.unverify, `the last way to sign in stays verified`, async (server) => {
    const user = await server.create({ [kind]: [value()] })
    const [id] = idsOf(user, contact)
    await added(server, contact, user.id)
    const answer = await writesNothing(server, user.id, () =>
      update(server, contact, id!, { verified: false }),
    )
    refused(answer, 400, 'identification_update_failed')
    const other = await added(server, otherThan(contact), user.id, { verified: true })
    await updated(server, contact, id!, { verified: false })
    const last = await update(server, otherThan(contact), other.id, { verified: false })
    refused(last, 400, 'identification_update_failed')
  })

  rule(ids.unverify, `what is not verified cannot lose it: a reserved ${noun} stays`, async (server) => {
    const user = await server.create(reserved(value()))
    const unverified = await added(server, contact, user.id)
    for (const id of [idsOf(user, contact)[0]!, unverified.id]) {
      const answer = await writesNothing(server, user.id, () =>
        update(server, contact, id, { verified: false }),
      )
      assert.equal(answer.status, 200, answer.text)
    }
  })
}

function primaryRules(contact: ContactKind, ids: Rules<'primary' | 'first'>): void {
  const { kind, list, primary, noun, value } = contact

  rule(`${ids.primary} UPD-2`, `only a verified ${noun} becomes primary`, async (server) => {
    const user = await named(server, {
      [kind]: [value(), value()],
      [`${kind}_identification_status`]: ['verified', 'reserved'],
    })
    const unverified = await added(server, contact, user.id)
    const [first, reserved] = idsOf(user, contact)
    const needed = 'form_verification_needed'
    for (const id of [reserved!, unverified.id])
      for (const body of [{ primary: true }, { primary: true, verified: false }]) {
        const answer = await writesNothing(server, user.id, () => update(server, contact, id, body))
        refused(answer, 422, `${needed} primary`)
        const byUser = await server.request('PATCH', `/users/${user.id}`, { body: { [primary]: id } })
        refused(byUser, 422, `${needed} ${primary}`)
      }
    refused(
      await update(server, contact, first!, { primary: true, verified: false }),
      422,
      `${needed} primary`,
    )
    for (const id of [reserved!, unverified.id, first!]) {
      await updated(server, contact, id, { primary: true, verified: true })
      assert.equal((await read(server, user.id))[primary], id)
    }
  })

  rule(ids.primary, `false or null for primary changes nothing`, async (server) => {
    const user = await named(server, { [kind]: [value(), value()] })
    for (const id of idsOf(user, contact))
      for (const body of [{ primary: false }, { primary: null, verified: null }, {}]) {
        const answer = await writesNothing(server, user.id, () => update(server, contact, id, body))
        assert.equal(answer.status, 200, answer.text)
        assert.deepEqual(
          answer.body,
          user[list].find((one: { id: string }) => one.id === id),
        )
      }
  })

  rule(ids.first, `a ${noun} that becomes verified is primary where there is none`, async (server) => {
    const user = await named(server)
    const one = await added(server, contact, user.id)
    await updated(server, contact, one.id, { verified: true, primary: false })
    assert.equal((await read(server, user.id))[primary], null)
    const two = await added(server, contact, user.id)
    await updated(server, contact, two.id, { verified: true })
    assert.equal((await read(server, user.id))[primary], two.id)
    const three = await added(server, contact, user.id)
    await updated(server, contact, three.id, { verified: true })
    assert.equal((await read(server, user.id))[primary], two.id)
  })
}

function recordRules(contact: ContactKind, ids: Rules<'record'>): void {
  const { kind, list, primary, noun, value } = contact
  const other = otherThan(contact)
  const event = (...changed: string[]) => ({ type: 'user.updated', changed })

  rule(`${ids.record} EVT-1 EVT-5`, `an update of a ${noun} records one event or none`, async (server) => {
    const user = await named(server, { [kind]: [value()] })
    const one = await added(server, contact, user.id)
    server.clock.advance(1000)
    await updated(server, contact, one.id, { verified: true, primary: true })
    assert.ok((await read(server, user.id)).updated_at >= user.updated_at + 1000)
    const again = await writesNothing(server, user.id, () =>
      update(server, contact, one.id, { verified: true, primary: true }),
    )
    assert.equal(again.status, 200, again.text)
    await updated(server, contact, one.id, { verified: false })
    await updated(server, contact, one.id, { verified: true })
    assert.deepEqual(await recordedSince(server, user.id, 2), [
      event(list, primary),
      event(list, primary),
      event(list),
    ])
  })

  rule(ids.record, `no ${noun} is reached by another id`, async (server) => {
    const user = await named(server, { [kind]: [value()], [other.kind]: [other.value()] })
    const [own] = idsOf(user, contact)
    const [foreign] = idsOf(user, other)
    for (const id of [foreign!, own!.toUpperCase(), `${own} `, user.id, 'idn_nobody', `${own}\0`]) {
      const path = encodeURIComponent(id)
      const answer = await writesNothing(server, user.id, () =>
        update(server, contact, path, { verified: false }),
      )
      refused(answer, 404, 'resource_not_found')
      assert.equal(answer.body.errors[0].message, 'Resource not found')
      assert.equal(answer.body.errors[0].long_message, `No ${noun} was found with id ${id}`)
    }
    const body = { verified: 'yes', nickname: 1, [kind]: address() }
    const answer = await update(server, contact, own!, body)
    refused(
      answer,
      422,
      'form_param_type_invalid verified',
      'form_param_unknown nickname',
      `form_param_unknown ${kind}`,
    )
  })
}

/** What updating one does, whichever kind it is. */
export function updateRules(
  contact: ContactKind,
  ids: Rules<'verify' | 'unverify' | 'primary' | 'first' | 'record'>,
): void {
  verifyRules(contact, ids)
  unverifyRules(contact, ids)
  primaryRules(contact, ids)
  recordRules(contact, ids)
}
