import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

export type List = 'allowlist' | 'blocklist'

export const askToList = (server: TestServer, list: List, body: object): Promise<Answer> =>
  server.request('POST', `/${list}_identifiers`, { body })

/** An entry, which must come into being. */
export async function entry(
  server: TestServer,
  list: List,
  identifier = address('listed'),
): Promise<Answer['body']> {
  const answer = await askToList(server, list, { identifier })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const prefixes = { allowlist: 'alid', blocklist: 'blid' }
const wallet = `0x${'aB'.repeat(20)}`
const solana = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'

/** As written; as listed and compared; the kind; another spelling of the same. */
const kinds = [
  ['Eve@Kinds.example', 'eve@kinds.example', 'email_address', 'EVE@kinds.EXAMPLE'],
  ['*@Kinds.example', '*@kinds.example', 'email_address', '*@KINDS.EXAMPLE'],
  ['*@Bücher.example', '*@xn--bcher-kva.example', 'email_address', '*@xn--bcher-kva.example'],
  ['+1 (202) 555-0166', '+12025550166', 'phone_number', '+12025550166'],
  [wallet, wallet, 'web3_wallet', wallet.toLowerCase()],
  [solana, solana, 'web3_wallet', solana],
] as const

const noIdentifiers = [
  'eve',
  '@kinds.example',
  '*@',
  '*@kinds',
  '*eve@',
  '*@*.example',
  '*',
  '12025550166',
  '0x12',
  '*@a b.example',
  'a@b@c.example',
]

/** What the creation of entries has in common, whichever the list. */
export function creationRules(list: List, [kindsRule, duplicateRule]: readonly [string, string]): void {
  const ask = (server: TestServer, body: object) => askToList(server, list, body)

  rule(kindsRule, 'addresses, domains, numbers and wallets are listed', async (server) => {
    for (const [text, identifier, identifier_type] of kinds) {
      const { id, instance_id, created_at, updated_at, ...rest } = await entry(server, list, text)
      assert.match(id, new RegExp(`^${prefixes[list]}_\\w{27}$`))
      assert.match(instance_id, /^ins_/)
      assert.equal(created_at, updated_at)
      assert.deepEqual(rest, { object: `${list}_identifier`, identifier, identifier_type })
    }
    for (const identifier of noIdentifiers)
      refused(await ask(server, { identifier }), 422, 'form_param_format_invalid identifier')
    refused(await ask(server, {}), 422, 'form_param_missing identifier')
    refused(await ask(server, { identifier: '' }), 422, 'form_param_nil identifier')
    refused(
      await ask(server, { identifier: `${'a'.repeat(512)}@b.co` }),
      422,
      'form_param_max_length_exceeded identifier',
    )
  })

  rule(duplicateRule, 'an identifier is listed once, in whatever spelling', async (server) => {
    const before = (await server.rows('listed_identifiers')).length
    for (const [text, , , again] of kinds) {
      await ask(server, { identifier: text })
      refused(await ask(server, { identifier: again }), 400, 'duplicate_record')
    }
    assert.ok((await server.rows('listed_identifiers')).length <= before + kinds.length)
    const other = list === 'allowlist' ? 'blocklist' : 'allowlist'
    await entry(server, other, 'both@kinds.example')
    await entry(server, list, 'both@kinds.example')
  })
}

/** What is deleted is gone, and so is its effect. */
export function deletionRule(list: List, id: string): void {
  rule(id, 'an entry is deleted once', async (server) => {
    const made = await entry(server, list)
    const remove = (path: string) => server.request('DELETE', `/${path}`)
    const other = list === 'allowlist' ? 'blocklist' : 'allowlist'
    refused(await remove(`${other}_identifiers/${made.id}`), 404, 'resource_not_found')
    const path = `${list}_identifiers/${made.id}`
    assert.deepEqual((await remove(path)).body, { object: `${list}_identifier`, id: made.id, deleted: true })
    refused(await remove(path), 404, 'resource_not_found')
    refused(await remove(`${list}_identifiers/x%00`), 404, 'resource_not_found')
    const events = await server.events(made.id)
    assert.deepEqual(
      events.map(({ type }) => type),
      [`${list}_identifier.created`, `${list}_identifier.deleted`],
    )
    assert.ok(!JSON.stringify(events).includes(made.identifier))
    await entry(server, list, made.identifier)
  })
}

/** Entries are listed newest first. */
export async function twelveEntries(server: TestServer, list: List): Promise<string[]> {
  const all: string[] = []
  for (let n = 0; n < 12; n++) {
    all.unshift((await entry(server, list)).identifier)
    server.clock.advance(1000)
  }
  return all
}

export const identifiersOf = (entries: { identifier: string }[]) =>
  entries.map(({ identifier }) => identifier)
