import assert from 'node:assert/strict'
import { creationRules, entry } from '#tests/api/access-lists.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

creationRules('blocklist', ['BLK-1', 'BLK-1'])

rule(
  'BLK-4',
  'nobody on the blocklist comes in, be it the list of the file or of the API',
  async (server) => {
    const wallet = `0x${'dE'.repeat(20)}`
    const body = { email_address: ['ada@bad.example', 'ada@good.example'], web3_wallet: [wallet] }
    const create = () => server.request('POST', '/users', { body })
    const whole = await entry(server, 'blocklist', '*@BAD.example')
    const one = await entry(server, 'blocklist', wallet.toLowerCase())
    const answer = await create()
    refused(answer, 403, 'not_allowed_access')
    assert.deepEqual(answer.body.errors[0].meta, { identifiers: ['ada@bad.example', wallet] })
    const { id } = await server.create({ email_address: [address('good')] })
    for (const email_address of ['bob@bad.example', 'bob@file.example']) {
      const own = { user_id: id, email_address }
      refused(await server.request('POST', '/email_addresses', { body: own }), 403, 'not_allowed_access')
      const instead = await server.request('PUT', `/users/${id}/email_address`, { body: { email_address } })
      refused(instead, 403, 'not_allowed_access')
    }
    await server.request('DELETE', `/blocklist_identifiers/${whole.id}`)
    refused(await create(), 403, 'not_allowed_access')
    await server.request('DELETE', `/blocklist_identifiers/${one.id}`)
    assert.equal((await create()).status, 200)
  },
  { settings: { restrictions: { blocklist: { enabled: true, identifiers: ['*@file.example'] } } } },
)

rule('BLK-4', 'a blocklist that is not enabled keeps nobody out', async (server) => {
  const email = address('free')
  await entry(server, 'blocklist', email)
  await server.create({ email_address: [email] })
})
