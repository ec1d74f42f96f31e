import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { type ContactKind, named, writesNothing } from './contacts.ts'

interface Writing {
  readonly operation: Operation
  readonly contact: ContactKind
  /** The rules of malformed requests, and of what the instance does not want. */
  readonly malformed: string
  readonly unwanted: string
  /** Keys that a request needs besides the value. */
  needed(userId: string): Record<string, unknown>
}

/** What both ways to give a user a new value refuse. */
export function newValueRefusals({ operation, contact, malformed, unwanted, needed }: Writing): void {
  const { kind, noun, value } = contact
  const given = () => [{ username: `refusals_${operation.id}_${rows.length}` }]
  const rows: Scenario[] = []
  const row = (name: string, value: unknown, code: string) =>
    rows.push({
      rule: malformed,
      name: `${name} is refused: ${code}`,
      given: given(),
      send: ([user]: Answer['body'][]) => ({
        ...needed(user.id),
        ...(value === undefined ? {} : { [kind]: value }),
      }),
      status: 422,
      code,
      param: kind,
    })
  row(`a request without the ${noun}`, undefined, 'form_param_missing')
  row('null', null, 'form_param_nil')
  row('an empty text', '', 'form_param_nil')
  row('a number', 12025550100, 'form_param_type_invalid')
  row('a list', [contact.value()], 'form_param_type_invalid')
  for (const text of contact.malformed) row(JSON.stringify(text), text, 'form_param_format_invalid')
  rows.push({
    rule: malformed,
    name: `a ${noun} with an unknown key is refused`,
    given: given(),
    send: ([user]: Answer['body'][]) => ({ ...needed(user.id), [kind]: contact.value(), nickname: 'x' }),
    status: 422,
    code: 'form_param_unknown',
    param: 'nickname',
  })
  scenarios(operation, rows)

  rule(malformed, `a ${noun} for an unknown user is refused`, async (server) => {
    const id = 'user_29w83sxmDNGwOuEthce5gg56FcC'
    const answer = await send(server, id, { ...needed(id), [kind]: value() })
    refused(answer, 404, 'resource_not_found')
    assert.equal(answer.body.errors[0].long_message, `No user was found with id ${id}`)
  })

  const send = (server: TestServer, id: string, body: object): Promise<Answer> =>
    server.request(operation.method, operation.path.replace('{user_id}', id), { body })
  const off = { settings: { attributes: { [kind]: { enabled: false } } } }

  rule(
    unwanted,
    `where the ${noun} is switched off, it does not exist for this operation`,
    async (server) => {
      const user = await named(server)
      const body = { ...needed(user.id), [kind]: value() }
      refused(await send(server, user.id, body), 422, `form_param_unknown ${kind}`)
      refused(await send(server, user.id, needed(user.id)), 403, 'feature_not_enabled')
    },
    off,
  )

  const blocked = value()
  const blocklist = { enabled: true, identifiers: [blocked] }
  rule(
    unwanted,
    `a restricted ${noun} is refused, another one is not`,
    async (server) => {
      const user = await named(server)
      const body = { ...needed(user.id), [kind]: contact.respelled(blocked) }
      const answer = await writesNothing(server, user.id, () => send(server, user.id, body))
      refused(answer, 403, 'not_allowed_access')
      assert.deepEqual(answer.body.errors[0].meta.identifiers, [blocked])
      const other = await send(server, user.id, { ...needed(user.id), [kind]: value() })
      assert.equal(other.status, 200, other.text)
    },
    { settings: { restrictions: { blocklist } } },
  )
}
