import assert from 'node:assert/strict'
import { listIds, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

const a = (length: number) => 'a'.repeat(length)
const longest = `${a(64)}@${a(63)}.${a(63)}.${a(58)}.io`

/** What is typed, and what is then stored, compared and shown. */
const taken: Record<string, Record<string, string>> = {
  'letters, digits and dots': {
    'ada@example.com': 'ada@example.com',
    'ada.lovelace@example.com': 'ada.lovelace@example.com',
    'adalovelace@example.com': 'adalovelace@example.com',
    'a@x.io': 'a@x.io',
    '1815@example.com': '1815@example.com',
    'ada@1815.example': 'ada@1815.example',
    'ada@mail.sub.domain.example.com': 'ada@mail.sub.domain.example.com',
    'ada@a-b.example': 'ada@a-b.example',
    'ada@ab--cd.example': 'ada@ab--cd.example',
  },
  'capitals become small letters': {
    'GRACE@EXAMPLE.COM': 'grace@example.com',
    'Grace.Hopper@Example.Com': 'grace.hopper@example.com',
    'iI@Example.ORG': 'ii@example.org',
    'grace@XN--BCHER-KVA.EXAMPLE': 'grace@xn--bcher-kva.example',
  },
  'a plus and its tag are part of the address': {
    'plus@example.com': 'plus@example.com',
    'plus+tag@example.com': 'plus+tag@example.com',
    'plus+Other.Tag@example.com': 'plus+other.tag@example.com',
    'plus+@example.com': 'plus+@example.com',
    '+@example.com': '+@example.com',
  },
  'every sign of an atom stands for itself': {
    "o'brien@example.com": "o'brien@example.com",
    "'or'1'='1'--@example.com": "'or'1'='1'--@example.com",
    '%@example.com': '%@example.com',
    '_@example.com': '_@example.com',
    'x@example.com': 'x@example.com',
    'a%b@example.com': 'a%b@example.com',
    'a_b@example.com': 'a_b@example.com',
    'axb@example.com': 'axb@example.com',
    'victim%other.example@example.com': 'victim%other.example@example.com',
    'other.example!victim@example.com': 'other.example!victim@example.com',
    '{ada}|`rm`&$HOME*?#/^~@example.com': '{ada}|`rm`&$home*?#/^~@example.com',
    '-ada@example.com': '-ada@example.com',
    '__proto__@example.com': '__proto__@example.com',
    'null@example.com': 'null@example.com',
  },
  'a domain beyond ASCII is kept in its ASCII form': {
    'idn@bücher.example': 'idn@xn--bcher-kva.example',
    'idn@MÜNCHEN.de': 'idn@xn--mnchen-3ya.de',
    'nfd@bu\u0308cher.example': 'nfd@xn--bcher-kva.example',
    'idn@faß.de': 'idn@xn--fa-hia.de',
    'idn@fass.de': 'idn@fass.de',
    'idn@βόλος.com': 'idn@xn--nxasmm1c.com',
    'idn@пример.рф': 'idn@xn--e1afmkfd.xn--p1ai',
    'idn@例え.テスト': 'idn@xn--r8jz45g.xn--zckzah',
    'idn@مثال.إختبار': 'idn@xn--mgbh0fb.xn--kgbechtv',
    'wide@ＥＸＡＭＰＬＥ.com': 'wide@example.com',
    'kelvin@\u212Aexample.com': 'kelvin@kexample.com',
  },
  'a domain of lookalikes is another domain, and shows it': {
    'look@apple.com': 'look@apple.com',
    'look@аррӏе.com': 'look@xn--80ak6aa92e.com',
    'look@ınstagram.com': 'look@xn--nstagram-skb.com',
  },
  'the longest there can be': {
    [`${a(64)}@example.com`]: `${a(64)}@example.com`,
    [`long@${a(63)}.example`]: `long@${a(63)}.example`,
    [longest]: longest,
  },
}

const exact = (address: string) => `email_address=${encodeURIComponent(address)}`

for (const [name, table] of Object.entries(taken))
  rule('IDM-4 CRT-6', `stored = compared = shown: ${name}`, async (server) => {
    for (const [typed, shown] of Object.entries(table)) {
      const user = await server.create({ email_address: [typed] })
      assert.equal(user.email_addresses[0].email_address, shown, typed)
      for (const form of new Set([typed, shown, shown.toUpperCase()])) {
        assert.deepEqual(await listIds(server, exact(form)), [user.id], form)
        const second = await server.request('POST', '/users', { body: { email_address: [form] } })
        refused(second, 422, 'form_identifier_exists email_address')
      }
    }
    const rows = await server.rows('identifications')
    for (const shown of Object.values(table)) {
      const [row, ...more] = rows.filter(({ normalized }) => normalized === shown)
      assert.deepEqual([row?.kind, row?.value, more], ['email_address', shown, []])
    }
  })

const malformed: Record<string, string[]> = {
  'no @, nothing before it, nothing behind it': ['', 'ada', 'ada.example.com', '@', 'ada@', '@example.com'],
  'more than one @': ['ada@@example.com', 'ada@bob@example.com', 'ada@example.com@other.example'],
  'signs that only look like @ or a dot': [
    'ada＠example.com',
    'ada﹫example.com',
    'ada@bob＠example.com',
    'ada＠bob@example.com',
    'ada@example。com',
    'ada@example．com',
    'ada@example｡com',
    'ada@example․com',
  ],
  'quoted local parts': [
    '"ada"@example.com',
    '"ada lovelace"@example.com',
    '"e@attacker.example"@example.com',
    '"e@attacker.example,"@example.com',
    '""@example.com',
    'ada."b".c@example.com',
    "ada\\'b@example.com",
  ],
  comments: [
    'ada(comment)@example.com',
    '(comment)ada@example.com',
    'ada@(comment)example.com',
    'ada@example.com(comment)',
    'ada@example.com (comment)',
    'ada((nested)comment)@example.com',
  ],
  'lists, groups, names and schemes': [
    'ada@example.com,bob@example.com',
    'ada@example.com;bob@example.com',
    'ada@example.com bob@example.com',
    'ada,bob@example.com',
    'Ada <ada@example.com>',
    '<ada@example.com>',
    'team:ada@example.com;',
    'mailto:ada@example.com',
    'ada@example.com?cc=bob@example.com',
    '["ada@example.com"]',
  ],
  spaces: [
    ' ada@example.com',
    'ada@example.com ',
    'ada @example.com',
    'ada@ example.com',
    'ada@exam ple.com',
    'ada\u00a0@example.com',
    'ada@example.com\u00a0',
    'ada@example.com\u3000',
    '\ufeffada@example.com',
  ],
  'letters beyond ASCII before the @': [
    'аda@example.com',
    'adа@example.com',
    'ädä@example.com',
    'a\u0308da@example.com',
    'ａｄａ@example.com',
    '\u212Aate@example.com',
    'ada\u017F@example.com',
    '用户@example.com',
    '💌@example.com',
  ],
  'invisible signs': [
    'ada\u200b@example.com',
    'ada@exam\u200bple.com',
    'ada@exam\u200dple.com',
    'ada@exam\u00adple.com',
    'ada\u202e@example.com',
    'ada@example.com\u202c',
    'ada@exam\u2060ple.com',
  ],
  'dots in the wrong place': [
    '.ada@example.com',
    'ada.@example.com',
    'ada..lovelace@example.com',
    'ada@.example.com',
    'ada@example.com.',
    'ada@example..com',
    'ada@example',
  ],
  'hyphens, underscores and numbers in the wrong place': [
    'ada@-example.com',
    'ada@example-.com',
    'ada@exam_ple.com',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@[IPv6:2001:db8::1]',
    'ada@example.123',
    'ada@example.com:25',
    'ada@example.com/path',
    'ada@💌.example',
    'ada@xn--.example',
  ],
  'one byte too long': [
    `${a(65)}@example.com`,
    `ada@${a(64)}.example`,
    longest.replace('.io', 'a.io'),
    `ada@${'ü'.repeat(60)}.example`,
    `${a(1000)}@example.com`,
  ],
}

for (const [name, texts] of Object.entries(malformed))
  rule('CRT-9', `no e-mail address: ${name}`, async (server) => {
    for (const text of texts) {
      const answer = await server.request('POST', '/users', { body: { email_address: [text] } })
      refused(answer, 422, 'form_param_format_invalid email_address')
    }
    const stored = (await server.rows('identifications')).map((row) => row.value)
    assert.deepEqual(
      texts.filter((text) => stored.includes(text)),
      [],
    )
  })

rule('CRT-9', 'no e-mail address: control characters and halves of surrogate pairs', async (server) => {
  for (const sign of ['\u0000', '\t', '\n', '\r\n', '\u001b', '\u007f', '\ud800', '\udc00'])
    for (const text of [`ada${sign}@example.com`, `ada@example.com${sign}`, `${sign}ada@example.com`]) {
      const answer = await server.request('POST', '/users', { body: { email_address: [text] } })
      refused(answer, 422, 'form_param_value_invalid email_address')
    }
  const injected = 'ada@example.com\r\nBcc: eve@example.com'
  refused(
    await server.request('POST', '/users', { body: { email_address: ['fine@example.com', injected] } }),
    422,
    'form_param_value_invalid email_address',
  )
})

rule('CRT-8', 'forms of one address are duplicates of each other within a request', async (server) => {
  for (const forms of [
    ['twice@example.com', 'TWICE@example.com'],
    ['twice@example.com', 'twice@EXAMPLE.com'],
    ['twice@münchen.de', 'twice@xn--mnchen-3ya.de'],
    ['twice@münchen.de', 'twice@mu\u0308nchen.de'],
    ['twice@ｅxample.com', 'twice@example.com'],
  ])
    refused(
      await server.request('POST', '/users', { body: { email_address: forms } }),
      422,
      'form_param_duplicate email_address',
    )
  const different = ['twice+1@example.com', 'tw.ice@example.com', 'twice@example.com', 'twice@münchen.de']
  const user = await server.create({ email_address: different })
  assert.equal(user.email_addresses.length, 4)
})
