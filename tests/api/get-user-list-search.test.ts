import assert from 'node:assert/strict'
import { address, givenUsers } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

const fresh = { fresh: true }
const enc = encodeURIComponent

rule(
  'SRC-1 LST-7',
  'query looks into addresses, phone numbers, usernames, wallets, user ids and names',
  async (server) => {
    const { users, find } = await givenUsers(server, {
      ada: {
        email_address: ['first.kiwi@example.com', 'second.plum@example.net'],
        email_address_identification_status: ['verified', 'reserved'],
        phone_number: ['+12025550141', '+442079460958'],
        username: 'walrus_77',
        web3_wallet: [`0x${'ab12'.repeat(10)}`, `0x${'cd34'.repeat(10)}`],
        first_name: 'Wilhelmina',
        last_name: 'Zubrowka',
      },
      bob: { first_name: 'Bob' },
    })
    const parts = [
      'kiwi@exam',
      'second.plum',
      'le.net',
      '2025550141',
      '+4420794',
      'walrus',
      '_77',
      '0xab12ab',
    ]
    for (const part of [...parts, 'd34cd34c', 'helmina', 'zubrow', users.ada.id, users.ada.id.slice(8, 24)])
      assert.deepEqual(await find(`query=${enc(part)}`), ['ada'], part)
    for (const part of ['kiwi@example.net', 'walrus77', 'wilhelmine', '5550142', 'idn_', 'user_nobody'])
      assert.deepEqual(await find(`query=${enc(part)}`), [], part)
  },
  fresh,
)

rule(
  'SRC-1',
  'query looks into nothing else, and never across two values',
  async (server) => {
    const { users, find } = await givenUsers(server, {
      ada: {
        email_address: ['ada.src1@example.com'],
        username: 'src1_ada',
        first_name: 'Ada',
        external_id: 'external-mango',
        locale: 'de-AT',
        public_metadata: { fruit: 'papaya' },
        private_metadata: { fruit: 'guava' },
        unsafe_metadata: { fruit: 'lychee' },
      },
    })
    const other = ['mango', 'papaya', 'guava', 'lychee', 'fruit', 'de-at', users.ada.email_addresses[0].id]
    for (const part of other) assert.deepEqual(await find(`query=${enc(part)}`), [], part)
    for (const joint of ['\n', '\n\n', ' ', '', '\r\n', '\0', '|'])
      for (const [left, right] of [
        [users.ada.id, 'ada'],
        ['ada', 'ada.src1@example.com'],
        ['ada.src1@example.com', 'src1_ada'],
      ])
        assert.deepEqual(await find(`query=${enc(`${left}${joint}${right}`)}`), [], `${left}${joint}${right}`)
  },
  fresh,
)

rule('SRC-2 LST-6', 'three characters and more match any part, letter case aside', async (server) => {
  const { find } = await givenUsers(server, {
    ada: {
      email_address: ['Margaret.SRC2@Example.ORG'],
      username: 'Src2_Quokka',
      first_name: 'Margaret',
      last_name: 'McAllister',
    },
  })
  const rows: [string, string[]][] = [
    ['query', ['mar', 'MAR', 'gar', 'ret', 'QUOKKA', 'uokk', 'src2@e', 'CALLIS', 'margaret mca']],
    ['email_address_query', ['mar', 'SRC2@', 'garet.src2@EXAMPLE', 'example.ORG', '2@e']],
    ['username_query', ['src2_quokka', 'SRC2_QUOKKA', 'UOK', 'kka', '2_Q']],
    ['name_query', ['MARGARET', 'gar', 'ISTER', 'mcall', 'Margaret McAllister']],
  ]
  for (const [key, parts] of rows)
    for (const part of parts) {
      assert.deepEqual(await find(`${key}=${enc(part)}`), ['ada'], `${key}=${part}`)
      assert.deepEqual(await find(`${key}=${enc(`${part}zzq`)}`), [], `${key}=${part}zzq`)
    }
})

rule(
  'SRC-3',
  'one or two characters match at the start of a word or identifier only',
  async (server) => {
    const { find } = await givenUsers(server, {
      ada: {
        email_address: ['quinn.vega@krypton.example'],
        phone_number: ['+12025550137'],
        username: 'xylo_phone-jazz',
        first_name: 'Fjord',
        last_name: 'Østby Thyme',
      },
    })
    const rows: [string, string[], string[]][] = [
      ['email_address_query', ['q', 'qu', 'QU', 've', 'kr'], ['ui', 'nn', 'eg', 'yp', 'n']],
      ['phone_number_query', ['+', '+1', '1', '12'], ['20', '37', '7', '02']],
      ['username_query', ['x', 'XY', 'ph', 'ja'], ['yl', 'lo', 'zz', 'z', 'on']],
      ['name_query', ['f', 'FJ', 'øs', 'Ø', 'th', 'T'], ['jo', 'd', 'tb', 'ym', 'e', 'rd']],
      ['query', ['qu', '+1', 'xy', 'fj', 'th', 'ØS', 'us'], ['ui', 'yl', 'jo', 'ym', 'se', 'er']],
    ]
    for (const [key, hits, misses] of rows) {
      for (const part of hits) assert.deepEqual(await find(`${key}=${enc(part)}`), ['ada'], `${key}=${part}`)
      for (const part of misses) assert.deepEqual(await find(`${key}=${enc(part)}`), [], `${key}=${part}`)
    }
  },
  fresh,
)

rule('SRC-3', 'characters are counted as people count them, not in bytes or units', async (server) => {
  const { find } = await givenUsers(server, {
    fox: { first_name: 'Rey🦊nard' },
    tanaka: { first_name: '次郎', last_name: '田中角栄' },
    whole: { first_name: '🦊🦊' },
  })
  assert.deepEqual(await find(`name_query=${enc('🦊')}`), ['whole'])
  assert.deepEqual(await find(`name_query=${enc('🦊n')}`), [])
  assert.deepEqual(await find(`name_query=${enc('🦊na')}`), ['fox'])
  assert.deepEqual(await find(`name_query=${enc('田中')}`), ['tanaka'])
  assert.deepEqual(await find(`name_query=${enc('中角')}`), [])
  assert.deepEqual(await find(`name_query=${enc('中角栄')}`), ['tanaka'])
})

rule('SRC-4', 'every other query filter looks into its one kind alone', async (server) => {
  const { find } = await givenUsers(server, {
    mail: { email_address: ['tapir2025558@example.com'] },
    name: { username: 'tapir2025558' },
    first: { first_name: 'Tapir2025558' },
    last: { last_name: 'Tapir2025558' },
    phone: { phone_number: ['+12025558123'] },
    external: { external_id: 'tapir2025558' },
  })
  const newestFirst = (await find('query=2025558')).sort()
  assert.deepEqual(newestFirst, ['first', 'last', 'mail', 'name', 'phone'])
  assert.deepEqual(await find('email_address_query=2025558'), ['mail'])
  assert.deepEqual(await find('username_query=2025558'), ['name'])
  assert.deepEqual((await find('name_query=2025558')).sort(), ['first', 'last'])
  assert.deepEqual(await find('phone_number_query=2025558'), ['phone'])
  assert.deepEqual(await find('phone_number_query=tapir'), [])
  assert.deepEqual(await find('phone_number_query=%2B12025558'), ['phone'])
  assert.deepEqual(await find('phone_number_query=+12025558'), ['phone'])
  assert.deepEqual(await find('name_query=2025558&username_query=2025558'), [])
})

rule('SRC-5', 'signs that mean something to a database stand for themselves', async (server) => {
  const { find } = await givenUsers(server, {
    percent: { first_name: 'Per%cent' },
    under: { first_name: 'Un_der' },
    back: { first_name: 'Back\\slash' },
    quote: { first_name: `Quo'te"s` },
    star: { first_name: 'St*r?[a-z]' },
    plain: { first_name: 'PerXcent UnXder BackXslash' },
  })
  for (const key of ['name_query', 'query']) {
    assert.deepEqual(await find(`${key}=${enc('r%c')}`), ['percent'], key)
    assert.deepEqual(await find(`${key}=${enc('n_d')}`), ['under'], key)
    assert.deepEqual(await find(`${key}=${enc('k\\s')}`), ['back'], key)
    assert.deepEqual(await find(`${key}=${enc("o't")}`), ['quote'], key)
    assert.deepEqual(await find(`${key}=${enc('e"s')}`), ['quote'], key)
    assert.deepEqual(await find(`${key}=${enc('t*r')}`), ['star'], key)
    assert.deepEqual(await find(`${key}=${enc('[a-z]')}`), ['star'], key)
    for (const text of ['%%%', '___', '\\\\\\', '%', '\\', '%%', '***', "' or '1'='1", '.*.', 'p%t', '\0'])
      assert.deepEqual(await find(`${key}=${enc(text)}`), [], `${key}=${text}`)
  }
})

rule(
  'SRC-6',
  'letter case is folded beyond ASCII, in what is stored and in what is typed',
  async (server) => {
    const { find } = await givenUsers(server, {
      umlaut: { first_name: 'Ärmelkanal', last_name: 'ÖZGÜR' },
      accent: { first_name: 'ÉMILIE', last_name: 'Çelik' },
      cyrillic: { first_name: 'Жанна', last_name: 'ДМИТРИЕВА' },
      greek: { first_name: 'Ὀδυσσεύς', last_name: 'ΣΊΣΥΦΟΣ' },
      georgian: { first_name: 'ᲗᲐᲛᲐᲠ' },
      decomposed: { first_name: 'ZoE\u0308 Ame\u0301lie' },
      wide: { first_name: 'Ｗｉｄｅ' },
    })
    const rows: Record<string, string[]> = {
      umlaut: ['ärm', 'ÄRM', 'özg', 'ÖZGÜR', 'özgür', 'är', 'Ö'],
      accent: ['émi', 'ÉMI', 'milie', 'çel', 'ÇELIK', 'Ç'],
      cyrillic: ['жан', 'ЖАННА', 'анн', 'дмит', 'РИЕВА', 'ж'],
      greek: ['σίσυφος', 'ΣΊΣΥΦΟΣ', 'συφοσ', 'ΔΥΣΣΕ', 'δυσσεύς', 'δυσσεύσ'],
      georgian: ['თამ', 'ᲗᲐᲛ'],
      decomposed: ['zoë', 'ZOË', 'amélie', 'AMÉLIE', 'zoe\u0308'],
      wide: ['wide', 'WIDE', 'ｗｉｄｅ'],
    }
    for (const [label, parts] of Object.entries(rows))
      for (const part of parts) {
        assert.deepEqual(await find(`name_query=${enc(part)}`), [label], part)
        assert.deepEqual(await find(`query=${enc(part)}`), [label], part)
      }
  },
)

rule('SRC-6', 'letters that have no capital of one character are folded too', async (server) => {
  const { find } = await givenUsers(server, {
    greek: { first_name: 'Αδελαΐδα' },
    caron: { first_name: 'Mǰanda' },
    capitals: { first_name: 'ΚΑΪ́ΡΗΣ' },
  })
  const rows = { greek: 'Αδελαΐδα', caron: 'Mǰanda', capitals: 'Καΐρης' }
  for (const [label, name] of Object.entries(rows))
    for (const text of [name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD').toUpperCase()])
      assert.deepEqual(await find(`name_query=${enc(text)}`), [label], text)
})

rule('SRC-7 LST-3', 'an empty text restricts nothing', async (server) => {
  const { find } = await givenUsers(server, { ada: { first_name: 'Ada' }, bob: {} })
  const filters = ['query', 'email_address_query', 'phone_number_query', 'username_query', 'name_query']
  // One space before a phone number is a raw plus, which is a text to search for.
  for (const key of filters)
    for (const text of key === 'phone_number_query' ? [''] : ['', '%20', '+', '%20%20%09%0A'])
      assert.deepEqual((await find(`${key}=${text}`)).sort(), ['ada', 'bob'], `${key}=${text}`)
  assert.deepEqual(await find('name_query=%20ada%20'), ['ada'])
  assert.deepEqual(await find('query=&name_query=ada'), ['ada'])
})

rule('SRC-8', 'a changed or removed value is found no longer, its successor at once', async (server) => {
  const { users, find } = await givenUsers(server, {
    ada: { first_name: 'Oldfirst', last_name: 'Oldlast', username: 'src8_oldname' },
  })
  const path = `/users/${users.ada.id}`
  const searches = {
    query: ['oldfirst', 'oldlast', 'src8_oldname'],
    name_query: ['oldfirst', 'oldlast'],
    username_query: ['src8_oldname'],
    username: ['src8_oldname'],
  }
  const check = async (wanted: string[], spelt: (old: string) => string) => {
    for (const [key, texts] of Object.entries(searches))
      for (const text of texts)
        assert.deepEqual(await find(`${key}=${spelt(text)}`), wanted, `${key}=${spelt(text)}`)
  }
  await check(['ada'], (text) => text)
  const change = { first_name: 'Newfirst', last_name: 'Newlast', username: 'src8_newname' }
  assert.equal((await server.request('PATCH', path, { body: change })).status, 200)
  await check([], (text) => text)
  await check(['ada'], (text) => text.replace('old', 'new'))
  const removal = { first_name: null, last_name: '', username: null }
  assert.equal((await server.request('PATCH', path, { body: removal })).status, 200)
  await check([], (text) => text.replace('old', 'new'))
  const mail = enc(users.ada.email_addresses[0].email_address)
  assert.deepEqual(await find(`query=${mail}`), ['ada'])
  assert.equal((await server.request('DELETE', path)).status, 200)
  for (const query of [`query=${mail}`, `email_address=${mail}`, `user_id=${users.ada.id}`])
    assert.deepEqual((await server.request('GET', `/users?${query}`)).body, [], query)
})

rule('SRC-1 SRC-2', 'a text longer than any value finds nobody', async (server) => {
  const { find } = await givenUsers(server, { ada: { email_address: [address('long')] } })
  for (const key of ['query', 'email_address_query', 'phone_number_query', 'username_query', 'name_query'])
    for (const text of ['x'.repeat(5000), enc('ß'.repeat(3000)), '%F0%9F%A6%8A'.repeat(1000)])
      assert.deepEqual(await find(`${key}=${text}`), [], key)
})
