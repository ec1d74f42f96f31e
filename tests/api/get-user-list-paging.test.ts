import assert from 'node:assert/strict'
import { getUserList } from '#contract/users/get-user-list.ts'
import { userOrderFields } from '#contract/users/user-filters.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { address, listIds, onDay, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

/** Creates that many users, oldest id first; answers their ids. */
async function crowd(server: TestServer, size: number, body: (i: number) => Record<string, unknown>) {
  const ids: string[] = []
  for (let i = 0; i < size; i++)
    ids.push((await server.create({ email_address: [address()], ...body(i) })).id)
  return ids
}

/** Adds that many copies of the only user, behind the server's back: creating them would take its time. */
async function multiply(server: TestServer, copies: number): Promise<void> {
  const [row = {}] = await server.rows('users')
  const literal = (value: unknown) =>
    value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value}'`
  const rows = Array.from({ length: copies }, (_, i) => {
    const copy = { ...row, id: `user_${String(i).padStart(27, '0')}` }
    return `(${Object.values(copy).map(literal).join(', ')})`
  })
  await behind(server, `insert into users (${Object.keys(row).join(', ')}) values ${rows.join(', ')}`)
}

/** More than any scenario creates. */
const crowdMax = 100

async function walkByOffset(server: TestServer, size: number, query = ''): Promise<string[]> {
  const seen: string[] = []
  for (;;) {
    const page = await listIds(server, `limit=${size}&offset=${seen.length}&${query}`)
    seen.push(...page)
    assert.ok(seen.length <= crowdMax, 'the walk does not end')
    if (page.length < size) return seen
  }
}

async function walkByCursor(server: TestServer, size: number, query = ''): Promise<string[]> {
  const seen: string[] = []
  for (;;) {
    const last = seen.length > 0 ? `&starting_after=${seen.at(-1)}` : ''
    const page = await listIds(server, `limit=${size}&${query}${last}`)
    seen.push(...page)
    assert.ok(seen.length <= crowdMax, 'the walk does not end')
    if (page.length < size) return seen
  }
}

rule(
  'PAG-1 PAG-2',
  'a limit from 1 to 500 is honoured; any other value means 10',
  async (server) => {
    const ids = (await crowd(server, 12, (i) => ({ created_at: onDay(i + 1) }))).reverse()
    assert.deepEqual(await listIds(server, ''), ids.slice(0, 10))
    for (const limit of ['1', '9', '11', '12', '500'])
      assert.deepEqual(await listIds(server, `limit=${limit}`), ids.slice(0, Number(limit)), limit)
    const unusable = ['501', '0', '-1', 'abc', '1.5', '1e1', '', '%20', '0x5', '5%00', '%D9%A5']
    for (const limit of [...unusable, '9007199254740993', '9'.repeat(400), 'Infinity', 'true'])
      assert.deepEqual(await listIds(server, `limit=${limit}`), ids.slice(0, 10), limit.slice(0, 20))
  },
  { fresh: true },
)

rule(
  'PAG-2',
  'a limit of 500 answers 500 of 501 users, a limit of 501 answers 10',
  async (server) => {
    await server.create({ email_address: [address()] })
    await multiply(server, 500)
    assert.equal((await listIds(server, 'limit=500')).length, 500)
    assert.equal((await listIds(server, 'limit=501')).length, 10)
    assert.equal((await listIds(server, 'limit=500&offset=500')).length, 1)
  },
  { fresh: true },
)

rule(
  'PAG-3 PAG-4',
  'an offset skips that many; a negative or fractional one means 0; beyond the end is nobody',
  async (server) => {
    const ids = (await crowd(server, 5, (i) => ({ created_at: onDay(i + 1) }))).reverse()
    for (const offset of [0, 1, 4])
      assert.deepEqual(await listIds(server, `offset=${offset}`), ids.slice(offset), String(offset))
    assert.deepEqual(await listIds(server, 'limit=2&offset=1'), ids.slice(1, 3))
    for (const offset of ['-1', '-5', '1.5', 'abc', '', '1e0', '0x1', '-9007199254740993'])
      assert.deepEqual(await listIds(server, `offset=${offset}`), ids, offset)
    for (const offset of ['5', '6', '1000', '2147483648', '999999999999999'])
      assert.deepEqual(await listIds(server, `offset=${offset}`), [], offset)
  },
  { fresh: true },
)

rule(
  'PAG-4',
  'an offset of any length that is beyond the end finds nobody',
  async (server) => {
    await crowd(server, 2, () => ({}))
    for (const offset of ['9007199254740991', '9223372036854775808', '9'.repeat(40)])
      assert.deepEqual(await listIds(server, `offset=${offset}`), [], offset)
  },
  { fresh: true },
)

rule(
  'PAG-5 LST-11 ORD-8',
  'pages by cursor meet 30 users of one instant exactly once, in both directions',
  async (server) => {
    const ids = (await crowd(server, 30, () => ({ created_at: onDay(3) }))).toSorted()
    for (const size of [1, 7, 10, 29, 30, 31]) {
      assert.deepEqual(await walkByCursor(server, size), ids.toReversed(), `newest first by ${size}`)
      assert.deepEqual(await walkByCursor(server, size, 'order_by=-created_at'), ids.toReversed())
      assert.deepEqual(await walkByCursor(server, size, 'order_by=created_at'), ids, `oldest by ${size}`)
      assert.deepEqual(await walkByCursor(server, size, 'order_by=%2Bcreated_at'), ids)
    }
  },
  { fresh: true },
)

rule(
  'PAG-5 ORD-7 ORD-8',
  'pages by offset meet each of 30 users exactly once, by every field and direction, ties and gaps included',
  async (server) => {
    const ids = await crowd(server, 30, (i) => ({
      email_address: [],
      username: `pag5_${String(i).padStart(2, '0')}`,
      created_at: onDay(3),
      ...(i % 3 === 0 ? {} : { first_name: `Name ${i % 2}` }),
      ...(i % 5 === 0 ? { email_address: [address()], last_name: 'Same' } : {}),
    }))
    const wanted = ids.toSorted()
    for (const field of userOrderFields)
      for (const sign of ['', '-']) {
        const order = `order_by=${sign}${field}`
        const whole = await listIds(server, `limit=500&${order}`)
        assert.deepEqual(whole.toSorted(), wanted, order)
        assert.deepEqual(await walkByOffset(server, 7, order), whole, order)
      }
  },
  { fresh: true },
)

rule(
  'PAG-5 LST-11',
  'a cursor neither skips nor repeats while users come and go',
  async (server) => {
    const ids = (await crowd(server, 9, (i) => ({ created_at: onDay(i + 1) }))).reverse()
    const first = await listIds(server, 'limit=3')
    assert.deepEqual(first, ids.slice(0, 3))
    assert.equal((await server.request('DELETE', `/users/${ids[0]}`)).status, 200)
    await crowd(server, 2, () => ({}))
    const second = await listIds(server, `limit=3&starting_after=${first.at(-1)}`)
    assert.deepEqual(second, ids.slice(3, 6))
    assert.equal((await server.request('DELETE', `/users/${ids[6]}`)).status, 200)
    assert.deepEqual(await listIds(server, `limit=3&starting_after=${second.at(-1)}`), ids.slice(7))
    assert.deepEqual(await listIds(server, `starting_after=${ids[8]}`), [])
  },
  { fresh: true },
)

rule(
  'LST-11 LST-2',
  'a cursor combines with filters, and need not match them itself',
  async (server) => {
    const ids = await crowd(server, 8, (i) => ({ created_at: onDay(i + 1), banned: i % 2 === 0 }))
    const banned = `starting_after=${ids[5]}&banned=true`
    assert.deepEqual(await listIds(server, banned), [ids[4], ids[2], ids[0]])
    assert.deepEqual(await listIds(server, `${banned}&order_by=created_at`), [ids[6]])
    assert.deepEqual(await listIds(server, `starting_after=${ids[5]}&limit=2&banned=false`), [ids[3], ids[1]])
  },
  { fresh: true },
)

rule('LST-11', 'the user after whom to start must exist', async (server) => {
  const gone = await server.create({ email_address: [address('gone')] })
  await server.request('DELETE', `/users/${gone.id}`)
  for (const id of [gone.id, 'user_nobody', '%00', '..', `${gone.id}%00`, 'x'.repeat(5000)])
    for (const query of [`starting_after=${id}`, `starting_after=${id}&order_by=created_at&limit=1`])
      refused(await server.request('GET', `/users?${query}`), 422, 'form_resource_not_found starting_after')
})

rule('LST-11 IDS-3', 'the id after which to start is compared with its letter case', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  const swapped = id.replace(/[a-z]/gi, (letter: string) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  const answer = await server.request('GET', `/users?starting_after=${swapped}`)
  refused(answer, 422, 'form_resource_not_found starting_after')
})

const disallowed = { status: 422, code: 'form_conditional_param_disallowed', param: 'starting_after' }
scenarios(
  getUserList,
  ['order_by=updated_at', 'order_by=-email_address', 'order_by=%2Busername', 'offset=1', 'offset=499'].map(
    (query) => ({
      rule: 'LST-10',
      name: `starting_after together with ${query} is refused`,
      given: [{ email_address: [`lst10.${query.replace(/\W/g, '')}@example.com`] }],
      query: `starting_after=user_1&${query}`,
      ...disallowed,
    }),
  ),
)

rule('LST-10', 'a cursor of a real user is refused with another order or an offset too', async (server) => {
  const { id } = await server.create({ email_address: [address()] })
  for (const query of [...userOrderFields.slice(1).map((field) => `order_by=-${field}`), 'offset=2'])
    refused(
      await server.request('GET', `/users?starting_after=${id}&${query}`),
      422,
      'form_conditional_param_disallowed starting_after',
    )
  const harmless = ['offset=0', 'offset=-3', 'offset=abc', 'offset=', 'order_by=', 'order_by=+created_at']
  for (const query of [...harmless, 'order_by=created_at&order_by=username', 'offset=0&offset=5'])
    await listIds(server, `starting_after=${id}&${query}`)
})

rule(
  'PAG-6 CNT-1',
  'a page is a bare array, and the count with the same filters tells the total',
  async (server) => {
    await crowd(server, 12, (i) => ({ banned: i < 11 }))
    const page = await server.request('GET', '/users?banned=true')
    assert.ok(Array.isArray(page.body))
    assert.equal(page.body.length, 10)
    for (const name of page.headers.keys()) assert.doesNotMatch(name, /total|count|^link$/i)
    const count = await server.request('GET', '/users/count?banned=true')
    assert.deepEqual(count.body, { object: 'total_count', total_count: 11 })
    const paginated = await server.request('GET', '/users?banned=true&paginated=true')
    assert.deepEqual(paginated.body, page.body)
  },
  { fresh: true },
)
