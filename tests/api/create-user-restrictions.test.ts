import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const restricted = (restrictions: object) => ({ settings: { restrictions } })
const wallet = `0x${'aB'.repeat(20)}`
const solana = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'

async function keptOut(server: TestServer, body: object, ...identifiers: string[]): Promise<void> {
  const answer = await server.request('POST', '/users', { body })
  refused(answer, 403, 'not_allowed_access')
  assert.equal(answer.body.errors[0].message, 'Access not allowed.')
  assert.deepEqual(answer.body.errors[0].meta, { identifiers }, JSON.stringify(body))
}

const listed = {
  enabled: true,
  identifiers: ['Eve@Example.com', '*@Blocked.example', '+1 202 555 0166', wallet.toLowerCase(), solana],
}

rule(
  'CRT-24 SET-6',
  'nobody on the blocklist is created, in whatever spelling',
  async (server) => {
    for (const text of ['eve@example.com', 'EVE@EXAMPLE.COM'])
      await keptOut(server, { email_address: [text] }, 'eve@example.com')
    for (const text of ['ada@blocked.example', 'bob@BLOCKED.example'])
      await keptOut(server, { email_address: [text] }, text.toLowerCase())
    await keptOut(server, { phone_number: ['+1 (202) 555-0166'] }, '+12025550166')
    await keptOut(server, { web3_wallet: [wallet] }, wallet)
    await keptOut(server, { web3_wallet: [solana] }, solana)
  },
  restricted({ blocklist: listed }),
)

rule(
  'CRT-24 SET-6',
  'one blocked identifier is enough, and all of them are named',
  async (server) => {
    const free = { username: 'crt24_ada', phone_number: ['+12025550124'] }
    await keptOut(
      server,
      { ...free, email_address: ['fine@example.com', 'eve@example.com', 'ada@blocked.example'] },
      'eve@example.com',
      'ada@blocked.example',
    )
    await keptOut(
      server,
      { ...free, email_address: ['eve@example.com'], email_address_identification_status: ['reserved'] },
      'eve@example.com',
    )
    await server.create(free)
  },
  restricted({ blocklist: listed }),
)

rule(
  'CRT-24 SET-6',
  'what is not on the blocklist is free',
  async (server) => {
    const user = await server.create({
      email_address: ['not.eve@example.com', 'eve@sub.blocked.example', 'eve@notblocked.example'],
      phone_number: ['+12025550165'],
      web3_wallet: [wallet.replace('aB', 'aC'), solana.toLowerCase().replace('l', 'L').replace('0', '1')],
      username: 'eve_blocked',
    })
    assert.equal(user.email_addresses.length, 3)
  },
  restricted({ blocklist: listed }),
)

rule(
  'CRT-24 SET-6',
  'with an allowlist nobody else is created',
  async (server) => {
    await keptOut(server, { email_address: ['bob@example.com'] }, 'bob@example.com')
    await keptOut(server, { phone_number: ['+12025550167'] }, '+12025550167')
    await keptOut(server, { email_address: ['eve@example.com', 'bob@example.com'] }, 'bob@example.com')
    const user = await server.create({
      email_address: ['EVE@example.com', 'ada@blocked.EXAMPLE'],
      phone_number: ['+12025550166'],
      web3_wallet: [wallet, solana],
    })
    assert.equal(user.email_addresses[1].email_address, 'ada@blocked.example')
  },
  restricted({ allowlist: listed }),
)

rule(
  'CRT-24',
  'the blocklist outweighs the allowlist',
  async (server) => {
    await keptOut(server, { email_address: ['eve@friends.example'] }, 'eve@friends.example')
    await server.create({ email_address: ['ada@friends.example'] })
  },
  restricted({
    allowlist: { enabled: true, identifiers: ['*@friends.example'] },
    blocklist: { enabled: true, identifiers: ['eve@friends.example'] },
  }),
)

rule(
  'CRT-24 SET-6',
  'a list that is not enabled keeps nobody out',
  async (server) => {
    await server.create({ email_address: ['eve@example.com'] })
    await server.create({ email_address: ['bob@example.com'] })
  },
  restricted({
    allowlist: { enabled: false, identifiers: ['ada@example.com'] },
    blocklist: { enabled: false, identifiers: ['eve@example.com'] },
  }),
)

rule(
  'CRT-24 SET-6',
  'subaddresses are refused where the settings say so',
  async (server) => {
    for (const text of ['ada+1@example.com', '+@example.com', 'ada+@example.com'])
      await keptOut(server, { email_address: [text] }, text)
    await server.create({ email_address: ['ada@example.com', 'a-d.a@example.com'] })
  },
  restricted({ block_email_subaddresses: { enabled: true } }),
)

rule(
  'CRT-24 SET-6',
  'disposable addresses are refused where the settings say so',
  async (server) => {
    for (const text of ['ada@mailinator.com', 'ADA@Mailinator.COM', 'ada@sub.mailinator.com'])
      await keptOut(server, { email_address: [text] }, text.toLowerCase())
    await server.create({ email_address: ['ada@gmail.com', 'ada@notmailinator.com.example'] })
  },
  restricted({ block_disposable_email_domains: { enabled: true } }),
)

rule('SET-6', 'every restriction is off by default', async (server) => {
  const emails = ['ada+1@example.com', 'ada@mailinator.com', 'eve@example.com']
  assert.equal((await server.create({ email_address: emails })).email_addresses.length, 3)
})
