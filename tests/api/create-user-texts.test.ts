import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { address, listIds, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

/** Texts that parsers, databases, templates and terminals have stumbled over. */
const hostile: Record<string, string[]> = {
  'words that mean something elsewhere': [
    'null',
    'undefined',
    'NULL',
    'true',
    'NaN',
    '-Infinity',
    '0',
    '-1',
    '1e400',
    '0x0',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    '[object Object]',
    'Null Island',
  ],
  'signs of databases': [
    "'",
    "O'Brien",
    '"',
    '`',
    "'; drop table users; --",
    "' or '1'='1",
    '1;select pg_sleep(9)',
    '%',
    '_',
    '%_%',
    '\\',
    '\\%',
    '\\\\',
    '$1',
    '?',
    ':name',
    '@p1',
    '/* */',
    "\\'",
    '{}',
    '{a,b}',
  ],
  'signs of pages, shells, paths and tables': [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;&amp;&#39;',
    `{{7*7}} \${7*7} #{7*7} <%= 7*7 %>`,
    '$(id) `id` | id && id',
    '../../../etc/passwd',
    'C:\\CON\\nul',
    '=cmd|"/c calc"!A1',
    '@SUM(1+1)',
    'javascript:alert(1)',
    'a,b;c',
    '\\u0000',
    '\\x41',
    '%00',
    '%s%n%d',
  ],
  'scripts and letter case': [
    'Ángström',
    'straße STRASSE',
    'İstanbul ısparta',
    'ΣΊΣΥΦΟΣ σίσυφος',
    'Ёлки',
    '田中さん',
    '사회과학원',
    'עברית',
    'مرحبا',
    'தமிழ்',
    'ａｂｃ',
    'ǅ ǆ Ǆ',
    'ﬁ ﬃ',
  ],
  'emoji and signs outside the first plane': [
    '😀',
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '👍🏿',
    '🇦🇹',
    '𝒜𝓭𝓪',
    '𠜎𠜱',
    '\u{10FFFF}',
    '\u{1F600}\u{FE0F}',
  ],
  'direction, joining and other invisible signs': [
    '\u202Eadb\u202C',
    '\u200Fabc\u200E',
    '\u2066abc\u2069',
    'a\u200Bb',
    'a\u200Cb\u200Dc',
    '\u2060',
    '\u00ADsoft',
    '\uFEFFbom',
    '\u2028line\u2029',
    '\uFFFD',
    '\uFFFE\uFFFF',
    '\uE000',
    '\u3164',
    '\u00A0',
  ],
  'combining marks, composed and decomposed': [
    'Z\u0351\u036B\u0343a\u0335l\u0323g\u0321o\u0322',
    'é',
    'e\u0301',
    '\u0301',
    `a${'\u0300'.repeat(200)}`,
    '각',
    '\u1100\u1161\u11A8',
    'Å',
    '\u212B',
    'A\u030A',
  ],
  spaces: [' ', '  ', ' a', 'a ', 'a  b', '\u3000', '\u2003a', 'a\u2003'],
}

let times = 0

for (const [name, texts] of Object.entries(hostile))
  rule('USR-2', `names and external id come back byte for byte: ${name}`, async (server) => {
    const created = new Map<unknown, string>()
    for (const text of texts) {
      const sent = { external_id: text, first_name: text, last_name: text }
      const user = await server.create({ email_address: [`usr2.${++times}@x.io`], ...sent })
      created.set(user.id, text)
      const read = (await server.request('GET', `/users/${user.id}`)).body
      for (const { external_id, first_name, last_name } of [user, read])
        assert.deepEqual({ external_id, first_name, last_name }, sent)
      const filter = `external_id=${encodeURIComponent(`+${text}`)}`
      assert.deepEqual(await listIds(server, filter), [user.id], text)
      const again = { email_address: [address()], external_id: text }
      const answer = await server.request('POST', '/users', { body: again })
      refused(answer, 422, 'form_identifier_exists external_id')
    }
    const rows = (await server.rows('users')).filter(({ id }) => created.has(id))
    assert.equal(rows.length, texts.length)
    for (const { id, external_id, first_name, last_name } of rows)
      assert.deepEqual([external_id, first_name, last_name], Array(3).fill(created.get(id)))
  })

rule('USR-2 MDT-6', 'metadata hold the same texts as values and as keys', async (server) => {
  for (const texts of Object.values(hostile)) {
    const metadata = Object.fromEntries(texts.map((text, i) => [`${text} ${i}`, { [text]: [text] }]))
    const user = await server.create({ email_address: [address()], private_metadata: metadata })
    assert.equal(JSON.stringify(user.private_metadata), JSON.stringify(metadata))
  }
})

rule('USR-2', 'texts that only look alike are different external ids', async (server) => {
  const alike = [
    'é',
    'e\u0301',
    'É',
    'e',
    'a',
    'A',
    'a ',
    ' a',
    'ａ',
    'а',
    'a\u200b',
    'K',
    '\u212A',
    'ss',
    'ß',
  ]
  const ids = []
  for (const external_id of alike.map((text) => `alike-${text}`))
    ids.push((await server.create({ email_address: [address()], external_id })).id)
  assert.equal(new Set(ids).size, alike.length)
})

const lengths = [
  { param: 'external_id', max: 256 },
  { param: 'first_name', max: 256 },
  { param: 'last_name', max: 256 },
]

for (const { param, max } of lengths)
  rule('BOD-16 USR-2', `${param} holds ${max} characters, counted in code points`, async (server) => {
    for (const sign of ['a', 'ä', '田', '😀', '\u0301']) {
      const longest = sign.repeat(max)
      const user = await server.create({ email_address: [address()], [param]: longest })
      assert.equal(user[param], longest)
      const body = { email_address: [address()], [param]: `${longest}a` }
      const answer = await server.request('POST', '/users', { body })
      refused(answer, 422, `form_param_max_length_exceeded ${param}`)
      assert.equal(answer.body.errors[0].long_message, `${param} must not exceed ${max} characters.`)
    }
  })

const texts = ['external_id', 'first_name', 'last_name', 'username', 'locale', 'timezone'] as const
const arrays = ['email_address', 'phone_number', 'web3_wallet'] as const
const unstorable = ['\u0000', '\u0001', '\t', '\n', '\r', '\u001b', '\u001f', '\u007f']
const name = (sign: string) => `U+${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

scenarios(
  createUser,
  [...texts, ...arrays].flatMap((param) =>
    [...unstorable, '\ud800', '\udfff', '\udc00\ud800'].map((sign) => ({
      rule: 'BOD-20 ERR-3',
      name: `${param} cannot hold ${name(sign)}`,
      send: {
        public_metadata: {},
        [param]: (arrays as readonly string[]).includes(param) ? ['fine', `a${sign}b`] : `a${sign}b`,
      },
      status: 422,
      code: 'form_param_value_invalid',
      param,
    })),
  ),
)

rule(
  'BOD-20 ERR-3',
  'the control characters of the second block are control characters too',
  async (server) => {
    for (const sign of ['\u0080', '\u0085', '\u009b', '\u009f']) {
      const body = { email_address: [address()], first_name: `a${sign}b` }
      refused(await server.request('POST', '/users', { body }), 422, 'form_param_value_invalid first_name')
    }
  },
)

rule('USR-2', 'a username comes back as it was typed', async (server) => {
  for (const username of ['null', 'TRUE', '__proto__', 'constructor', '-_-_', 'AdaLovelace', '1815_ada']) {
    const user = await server.create({ username })
    assert.equal(user.username, username)
    assert.equal((await server.request('GET', `/users/${user.id}`)).body.username, username)
  }
})

scenarios(
  createUser,
  [
    ...[
      'ada lovelace',
      'ada@example.com',
      "ada'--",
      'ada%',
      'ada.l',
      'adä_',
      'аdaa',
      '田中さん',
      '😀😀😀😀',
      'ada\u200dl',
    ].map((username) => ({ username, code: 'form_username_invalid_character' })),
    ...['1234', '12025550100', '0'.repeat(64)].map((username) => ({
      username,
      code: 'form_username_needs_non_number_char',
    })),
    ...['+12025550100', '1-202-555-0100', '1_202_555_0100', '+1-202-555-0100'].map((username) => ({
      username,
      code: 'form_username_cannot_be_phone_number',
    })),
    ...[`0x${'a'.repeat(40)}`, '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'].map((username) => ({
      username,
      code: 'form_param_value_invalid',
    })),
  ].map(({ username, code }) => ({
    rule: 'IDM-5',
    name: `"${username}" is no username`,
    send: { username },
    status: 422,
    code,
    param: 'username',
  })),
)

rule('BOD-18 USR-2', 'a locale is a BCP 47 tag and comes back', async (server) => {
  for (const locale of ['de', 'en-US', 'zh-Hant-TW', 'sr-Latn-RS', 'de-AT-1996', 'es-419'])
    assert.equal((await server.create({ email_address: [address()], locale })).locale, locale)
  for (const locale of ['englishlanguage', 'en_US', 'e', 'en-', 'en US', "en'--", 'en-US-😀', '*'])
    refused(
      await server.request('POST', '/users', { body: { email_address: [address()], locale } }),
      422,
      'form_param_format_invalid locale',
    )
})
