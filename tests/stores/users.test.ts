import assert from 'node:assert/strict'
import { jsonText } from '#contract/shapes.ts'
import { forever } from '#server/users/user.ts'
import { ValueTaken } from '#server/users/user-store.ts'
import { change, email, event, given, identification, onEngines, page, user } from './given.ts'

const taken = (kind: ValueTaken['kind']) => (error: unknown) =>
  error instanceof ValueTaken && error.kind === kind

const ada = () =>
  user('user_ada', {
    external_id: 'ext-1',
    first_name: 'Ada',
    last_name: 'Lovelace',
    locale: 'en-GB',
    timezone: 'Europe/London',
    public_metadata: jsonText('{"plan":"pro"}'),
    banned: true,
    locked_until: forever,
    failed_attempts: 3,
    delete_self_enabled: false,
    create_organizations_limit: 5,
    bypass_client_trust: true,
    last_active_at: 1_700_000_000_123,
    identifications: [
      identification('username', 'ada'),
      email('ada@example.com', { reserved_for_second_factor: true }),
      identification('phone_number', '+43664123456', { status: 'reserved', strategy: null }),
      email('z@example.com', { status: 'unverified', strategy: null, default_second_factor: true }),
    ],
  })

onEngines('an identification leads to its user, by its exact id', async (storage) => {
  const [one, two] = [email('one@example.com'), email('two@example.com', { id: 'idn_Cased' })]
  await given(
    storage,
    user('user_one', { identifications: [one] }),
    user('user_two', { identifications: [two] }),
  )
  assert.equal(await storage.users.ownerOf(one.id), 'user_one')
  assert.equal(await storage.users.ownerOf(two.id), 'user_two')
  for (const id of ['idn_cased', 'idn_Cased ', 'user_one', '', 'idn_Cased\0', 'one@example.com'])
    assert.equal(await storage.users.ownerOf(id), undefined, id)
  await storage.users.remove('user_two', () => event('user.deleted', 'user_two'))
  assert.equal(await storage.users.ownerOf(two.id), undefined)
})

onEngines('a user is found exactly as inserted', async (storage) => {
  const stored = ada()
  await given(storage, stored, user('user_plain'))
  assert.deepEqual(await storage.users.find('user_ada'), stored)
  assert.deepEqual(await storage.users.find('user_plain'), user('user_plain'))
  assert.deepEqual(await storage.users.list({ ids: { include: ['user_ada'], exclude: [] } }, page()), [
    stored,
  ])
})

onEngines('nobody is found by an unknown id', async (storage) => {
  for (const id of ['user_nobody', '', 'user_\0', "' or 1=1 --"]) {
    assert.equal(await storage.users.find(id), undefined)
    assert.equal(await change(storage, id, {}), undefined)
    assert.equal(await storage.users.remove(id, () => event('user.deleted', id)), undefined)
  }
  assert.deepEqual(await storage.rows('events'), [])
})

onEngines('metadata come back byte for byte', async (storage) => {
  const texts = [
    '{"nul":"\\u0000","line":"\\u2028","half":"\\ud800"}',
    '{"big":123456789012345678901234567890,"exact":1.10,"e":1E2}',
    '{"__proto__":{"a":1},"constructor":null,"2":1,"1":2}',
    `{"a":1 , "a":2,\n\t"emoji":"👩‍👩‍👧 'x' \\"y\\" \\\\ % _ $1 ? :name"}`,
    `{"long":"${'ä'.repeat(200_000)}"}`,
  ]
  for (const [index, text] of texts.entries()) {
    const metadata = {
      public_metadata: jsonText(text),
      private_metadata: jsonText(text),
      unsafe_metadata: jsonText(text),
    }
    await given(storage, user(`user_${index}`, metadata))
    assert.partialDeepStrictEqual(await storage.users.find(`user_${index}`), metadata)
    const changed = await change(storage, `user_${index}`, { attributes: metadata })
    assert.deepEqual(await storage.users.find(`user_${index}`), changed)
  }
})

onEngines(
  'a change writes what it names, leaves the rest and answers the user afterwards',
  async (storage) => {
    await given(storage, ada())
    const before = (await storage.users.find('user_ada'))!
    const added = identification('web3_wallet', '0xabc')
    const answer = await change(
      storage,
      'user_ada',
      {
        attributes: {
          first_name: 'Augusta',
          last_name: null,
          banned: false,
          locale: undefined,
          primary_web3_wallet_id: added.id,
        },
        remove: [before.identifications[1]!.id],
        add: [added],
      },
      1_800_000_000_000,
    )
    const { identifications } = before
    assert.deepEqual(answer, {
      ...before,
      first_name: 'Augusta',
      last_name: null,
      banned: false,
      primary_web3_wallet_id: added.id,
      updated_at: 1_800_000_000_000,
      identifications: [identifications[0], identifications[2], identifications[3], added],
    })
    assert.deepEqual(await storage.users.find('user_ada'), answer)
  },
)

onEngines('identifications keep the order of their creation', async (storage) => {
  const values = ['m@example.com', 'a@example.com', 'z@example.com', 'b@example.com']
  const all = values.map((value) => email(value))
  await given(storage, user('user_1', { identifications: all.slice(0, 2) }))
  await change(storage, 'user_1', { add: all.slice(2) })
  await change(storage, 'user_1', { remove: [all[0]!.id], add: [email('c@example.com')] })
  const emails = async () => (await storage.users.find('user_1'))!.identifications.map(({ value }) => value)
  assert.deepEqual(await emails(), ['a@example.com', 'z@example.com', 'b@example.com', 'c@example.com'])

  const verified = { ...all[2]!, status: 'reserved' as const, updated_at: 5 }
  const answer = await change(storage, 'user_1', { remove: [verified.id], add: [verified] })
  assert.deepEqual(await emails(), ['a@example.com', 'z@example.com', 'b@example.com', 'c@example.com'])
  assert.deepEqual(await storage.users.find('user_1'), answer)
})

onEngines('only an identification of the user itself is removed', async (storage) => {
  const theirs = email('theirs@example.com')
  await given(storage, user('user_1'), user('user_2', { identifications: [theirs] }))
  await change(storage, 'user_1', { remove: [theirs.id] })
  assert.deepEqual((await storage.users.find('user_2'))!.identifications, [theirs])
})

onEngines('a decision for nothing writes nothing', async (storage) => {
  await given(storage, ada())
  const before = await storage.users.find('user_ada')
  assert.deepEqual(await storage.users.change('user_ada', () => undefined), before)
  assert.deepEqual(await storage.users.find('user_ada'), before)
  assert.equal((await storage.rows('events')).length, 1)
})

onEngines('a decision that throws leaves nothing and lets the next one through', async (storage) => {
  await given(storage, ada())
  const before = await storage.users.find('user_ada')
  const refusal = new Error('refused')
  const deciding = storage.users.change('user_ada', () => {
    throw refusal
  })
  await assert.rejects(deciding, (error) => error === refusal)
  const removing = storage.users.remove('user_ada', () => {
    throw refusal
  })
  await assert.rejects(removing, (error) => error === refusal)
  assert.deepEqual(await storage.users.find('user_ada'), before)
  assert.equal((await storage.rows('events')).length, 1)
  assert.ok(await change(storage, 'user_ada', { attributes: { first_name: 'Next' } }))
})

onEngines('a removed user takes everything along and frees its values', async (storage) => {
  const gone = ada()
  await given(storage, gone)
  assert.deepEqual(await storage.users.remove('user_ada', ({ id }) => event('user.deleted', id)), gone)
  assert.equal(await storage.users.find('user_ada'), undefined)
  assert.deepEqual(await storage.rows('identifications'), [])
  await given(storage, { ...ada(), id: 'user_again' })
})

onEngines('a claimed value is taken, an unverified one is not', async (storage) => {
  const owners = ['verified', 'reserved', 'unverified'] as const
  for (const status of owners)
    await given(
      storage,
      user(`user_${status}`, { identifications: [email(`${status}@example.com`, { status })] }),
    )
  for (const status of ['verified', 'reserved'] as const) {
    const second = user('user_2', {
      identifications: [email(`${status}@example.com`, { status: 'reserved' })],
    })
    await assert.rejects(given(storage, second), taken('email_address'))
  }
  const unverified = owners.map((status) => email(`${status}@example.com`, { status: 'unverified' }))
  await given(storage, user('user_3', { identifications: unverified }))
  await given(storage, user('user_4', { identifications: [email('unverified@example.com')] }))
  await given(
    storage,
    user('user_5', { identifications: [identification('username', 'verified@example.com')] }),
  )
})

onEngines('the taken value is named by its kind', async (storage) => {
  await given(storage, ada())
  const kinds = [identification('username', 'ada'), identification('phone_number', '+43664123456')]
  for (const claimed of kinds) {
    await assert.rejects(given(storage, user('user_2', { identifications: [claimed] })), taken(claimed.kind))
    await given(storage, user('user_3'))
    await assert.rejects(change(storage, 'user_3', { add: [claimed] }), taken(claimed.kind))
    await storage.users.remove('user_3', () => event('user.deleted', 'user_3'))
  }
  await assert.rejects(given(storage, user('user_2', { external_id: 'ext-1' })), taken('external_id'))
  await given(storage, user('user_4'))
  await assert.rejects(
    change(storage, 'user_4', { attributes: { external_id: 'ext-1' } }),
    taken('external_id'),
  )
})

onEngines('a write that meets a taken value leaves nothing at all', async (storage) => {
  await given(storage, user('user_1', { identifications: [identification('web3_wallet', '0x1')] }), ada())
  const tables = async () => [
    await storage.rows('users'),
    await storage.rows('identifications'),
    await storage.rows('events'),
  ]
  const before = await tables()
  const last = identification('web3_wallet', '0x1')
  const half = user('user_2', { identifications: [email('new@example.com'), last] })
  await assert.rejects(given(storage, half), taken('web3_wallet'))
  const partial = { attributes: { first_name: 'Half' }, add: [email('new@example.com'), last] }
  await assert.rejects(change(storage, 'user_ada', partial), taken('web3_wallet'))
  assert.deepEqual(await tables(), before)
})

onEngines('a value moves from one identification to another in one change', async (storage) => {
  const old = email('ada@example.com', { status: 'reserved' })
  await given(storage, user('user_1', { identifications: [old] }))
  const renewed = email('ada@example.com')
  await change(storage, 'user_1', { remove: [old.id], add: [renewed] })
  assert.deepEqual((await storage.users.find('user_1'))!.identifications, [renewed])
})

onEngines('every write leaves its event', async (storage) => {
  await given(storage, user('user_1'))
  await change(storage, 'user_1', { attributes: { first_name: 'A' } })
  await storage.users.remove('user_1', (gone) => ({
    ...event('user.deleted', gone.id),
    details: { first_name: gone.first_name, quote: `'"\u2028` },
  }))
  const rows = await storage.rows('events')
  assert.deepEqual(
    rows.map(({ type }) => type),
    ['user.created', 'user.updated', 'user.deleted'],
  )
  const { id, details, ...last } = rows[2]!
  assert.deepEqual(last, {
    type: 'user.deleted',
    actor: 'key:key_test',
    subject: 'user_1',
    at: 1_700_000_000_000,
    trace_id: 'trace_1',
  })
  assert.equal(typeof id, 'number')
  assert.deepEqual(JSON.parse(String(details)), { first_name: 'A', quote: `'"\u2028` })
})
