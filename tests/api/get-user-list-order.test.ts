import assert from 'node:assert/strict'
import { getUserList } from '#contract/users/get-user-list.ts'
import { userOrderFields } from '#contract/users/user-filters.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { address, givenUsers, listIds, onDay } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

/** Who comes first by each field, ascending: no two fields agree, and none is the order of creation. */
const ascending = {
  created_at: 'bcda',
  updated_at: 'cbad',
  email_address: 'dcba',
  web3wallet: 'acbd',
  first_name: 'bdac',
  last_name: 'cdba',
  phone_number: 'dabc',
  username: 'badc',
  last_active_at: 'cadb',
  last_sign_in_at: 'dbca',
} as const
const labels = ['a', 'b', 'c', 'd'] as const

/** Four users whose values follow the table above. */
async function fourUsers(server: TestServer) {
  const ids = {} as Record<(typeof labels)[number], string>
  const rank = (field: keyof typeof ascending, label: string) => ascending[field].indexOf(label) + 1
  for (const label of labels) {
    const user = await server.create({
      email_address: [`${rank('email_address', label)}.ord@example.com`],
      web3_wallet: [`0x${String(rank('web3wallet', label)).repeat(40)}`],
      first_name: `First ${rank('first_name', label)}`,
      last_name: `Last ${rank('last_name', label)}`,
      phone_number: [`+1202555020${rank('phone_number', label)}`],
      username: `ord_${rank('username', label)}`,
      created_at: onDay(rank('created_at', label)),
    })
    ids[label] = user.id
  }
  for (const label of ascending.updated_at as Iterable<(typeof labels)[number]>) {
    server.clock.advance(1000)
    const path = `/users/${ids[label]}/metadata`
    const answer = await server.request('PATCH', path, { body: { public_metadata: { ord: label } } })
    assert.equal(answer.status, 200)
  }
  for (const label of labels)
    await behind(
      server,
      `update users set last_active_at = ${rank('last_active_at', label)}, last_sign_in_at = ${rank('last_sign_in_at', label)} where id = '${ids[label]}'`,
    )
  return async (query: string) => {
    const found = await listIds(server, query)
    return found.map((id) => labels.find((label) => ids[label] === id) ?? '?').join('')
  }
}

const reversed = (text: string) => [...text].reverse().join('')

rule(
  'ORD-1 ORD-2',
  'each of the ten fields orders the list, ascending without a sign or with +, descending with -',
  async (server) => {
    assert.deepEqual(Object.keys(ascending).sort(), [...userOrderFields].sort())
    const list = await fourUsers(server)
    for (const [field, wanted] of Object.entries(ascending)) {
      assert.equal(await list(`order_by=${field}`), wanted, field)
      assert.equal(await list(`order_by=%2B${field}`), wanted, `%2B${field}`)
      assert.equal(await list(`order_by=+${field}`), wanted, `+${field}`)
      assert.equal(await list(`order_by=-${field}`), reversed(wanted), `-${field}`)
      assert.equal(await list(`order_by=-${field}&limit=2`), reversed(wanted).slice(0, 2), `-${field}`)
      assert.equal(await list(`order_by=${field}&limit=2&offset=1`), wanted.slice(1, 3), field)
    }
  },
  { fresh: true },
)

rule(
  'ORD-3',
  'without order_by the newest comes first, by its time and not by its id',
  async (server) => {
    const { find } = await givenUsers(server, {
      ada: { created_at: onDay(2) },
      bob: { created_at: onDay(9) },
      cyd: { created_at: onDay(1) },
      dan: {},
    })
    for (const query of ['', 'order_by=', 'order_by=-created_at'])
      assert.deepEqual(await find(query), ['dan', 'bob', 'ada', 'cyd'], query)
  },
  { fresh: true },
)

rule('ORD-4', 'of several order_by the first counts', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { username: 'ord4_b', created_at: onDay(1) },
    bob: { username: 'ord4_a', created_at: onDay(2) },
  })
  const both = `user_id=${users.ada.id}&user_id=${users.bob.id}`
  assert.deepEqual(await find(`${both}&order_by=username&order_by=created_at`), ['bob', 'ada'])
  assert.deepEqual(await find(`${both}&order_by=created_at&order_by=username`), ['ada', 'bob'])
  assert.deepEqual(await find(`${both}&order_by=username&order_by=nonsense`), ['bob', 'ada'])
})

const unknownFields = [
  ...['id', 'web3_wallet', 'email', 'nonsense', 'CREATED_AT', 'created_at,username', 'created_at desc'],
  ...['-', '--created_at', '+-created_at', '-+created_at', '- created_at', 'created_at ', 'public_metadata'],
  ...['__proto__', 'constructor', 'toString', "created_at'--", '1', 'primary_email_address'],
]
scenarios(getUserList, [
  ...unknownFields.map((field) => ({
    rule: 'ORD-5',
    name: `an order by ${JSON.stringify(field)} is refused`,
    query: `order_by=${encodeURIComponent(field)}`,
    status: 422,
    code: 'form_param_value_invalid',
    param: 'order_by',
  })),
  {
    rule: 'ORD-4 ORD-5',
    name: 'an unknown field that comes first is refused, whatever follows',
    query: 'order_by=nonsense&order_by=created_at',
    status: 422,
    code: 'form_param_value_invalid',
    param: 'order_by',
  },
])

rule(
  'ORD-6',
  'identifier fields order by the primary identifier, also after it changed',
  async (server) => {
    const { users, find } = await givenUsers(server, {
      ada: {
        email_address: ['m.ord6@example.com', 'a.ord6@example.com'],
        phone_number: ['+12025550165', '+12025550161'],
        web3_wallet: [`0x${'5'.repeat(40)}`, `0x${'1'.repeat(40)}`],
      },
      bob: {
        email_address: ['k.ord6@example.com', 'z.ord6@example.com'],
        phone_number: ['+12025550163', '+12025550169'],
        web3_wallet: [`0x${'3'.repeat(40)}`, `0x${'9'.repeat(40)}`],
      },
    })
    const orders = ['email_address', 'phone_number', 'web3wallet']
    for (const order of orders) {
      assert.deepEqual(await find(`order_by=${order}`), ['bob', 'ada'], order)
      assert.deepEqual(await find(`order_by=-${order}`), ['ada', 'bob'], order)
    }
    const body = {
      primary_email_address_id: users.ada.email_addresses[1].id,
      primary_phone_number_id: users.ada.phone_numbers[1].id,
      primary_web3_wallet_id: users.ada.web3_wallets[1].id,
    }
    const changed = await server.request('PATCH', `/users/${users.ada.id}`, { body })
    assert.equal(changed.status, 200, changed.text)
    for (const order of orders) {
      assert.deepEqual(await find(`order_by=${order}`), ['ada', 'bob'], order)
      assert.deepEqual(await find(`order_by=-${order}`), ['bob', 'ada'], order)
    }
  },
  { fresh: true },
)

rule('ORD-6 ORD-7', 'an address that is only reserved is not primary and counts as none', async (server) => {
  const { users, find } = await givenUsers(server, {
    held: {
      email_address: ['a.ord7@example.com'],
      email_address_identification_status: ['reserved'],
    },
    plain: { email_address: ['b.ord7@example.com'] },
  })
  const both = `user_id=${users.held.id}&user_id=${users.plain.id}`
  assert.deepEqual(await find(`${both}&order_by=email_address`), ['plain', 'held'])
  assert.deepEqual(await find(`${both}&order_by=-email_address`), ['plain', 'held'])
})

rule(
  'ORD-7 ORD-8',
  'users without the value come last in both directions, ordered by id',
  async (server) => {
    const none: string[] = []
    for (let i = 0; i < 3; i++) none.push((await server.create({ username: `ord7_${i}` })).id)
    const named = [...none]
    const some: string[] = []
    for (let i = 0; i < 2; i++) {
      const values = {
        email_address: [address()],
        first_name: `First ${i}`,
        last_name: `Last ${i}`,
        phone_number: [`+1202555017${i}`],
        web3_wallet: [`0x${String(i).repeat(40)}`],
      }
      some.push((await server.create(values)).id)
    }
    for (const [i, id] of some.entries())
      await behind(
        server,
        `update users set last_active_at = ${i}, last_sign_in_at = ${i} where id = '${id}'`,
      )
    none.sort()
    const fields = ['first_name', 'last_name', 'phone_number', 'web3wallet', 'email_address']
    for (const field of [...fields, 'last_active_at', 'last_sign_in_at']) {
      assert.deepEqual(await listIds(server, `order_by=${field}`), [...some, ...none], field)
      assert.deepEqual(
        await listIds(server, `order_by=-${field}`),
        [...some.toReversed(), ...none.toReversed()],
        `-${field}`,
      )
    }
    assert.deepEqual((await listIds(server, 'order_by=username')).slice(0, 3), named)
    assert.deepEqual((await listIds(server, 'order_by=-username')).slice(0, 3), named.toReversed())
    assert.deepEqual((await listIds(server, 'order_by=username')).slice(3), some.toSorted())
  },
  { fresh: true },
)

rule(
  'ORD-8',
  'equal values are ordered by id, in the same direction',
  async (server) => {
    const ids: string[] = []
    for (let i = 0; i < 6; i++) {
      const same = { first_name: 'Same', last_name: 'Name', created_at: onDay(5) }
      ids.push((await server.create({ email_address: [address()], ...same })).id)
    }
    ids.sort()
    for (const field of ['first_name', 'last_name', 'created_at', 'username', 'last_active_at']) {
      assert.deepEqual(await listIds(server, `order_by=${field}`), ids, field)
      assert.deepEqual(await listIds(server, `order_by=-${field}`), ids.toReversed(), `-${field}`)
    }
  },
  { fresh: true },
)
