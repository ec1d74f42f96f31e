import assert from 'node:assert/strict'
import { updateUser } from '#contract/users/update-user.ts'
import { address } from '#tests/api/given-users.ts'
import { type RuleOptions, rule, type Scenario, scenarios } from '#tests/rules.ts'

const attributes = (settings: Record<string, object>): RuleOptions => ({ settings: { attributes: settings } })
const unchanged: Scenario['check'] = async (_answer, [user], server) => {
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
}

const required = attributes({
  username: { required: true },
  first_name: { required: true },
  last_name: { required: true },
})
let users = 0
const complete = () => ({
  username: `upd_required_${++users}`,
  first_name: 'Ada',
  last_name: 'Lovelace',
  email_address: [address()],
})

scenarios(
  updateUser,
  ['username', 'first_name', 'last_name'].flatMap((key): Scenario[] => [
    ...[null, ''].map(
      (empty): Scenario => ({
        rule: key === 'username' ? 'UPD-4' : 'UPD-1',
        name: `${JSON.stringify(empty)} cannot clear a required ${key}`,
        options: required,
        given: [complete()],
        send: { [key]: empty, locale: 'de' },
        status: 400,
        code: 'breaks_instance_invariant',
        param: key,
        check: unchanged,
      }),
    ),
    {
      rule: key === 'username' ? 'UPD-4' : 'UPD-1',
      name: `a required ${key} can be changed`,
      options: required,
      given: [complete()],
      send: { [key]: `Changed${++users}` },
      status: 200,
      expect: { [key]: `Changed${users}` },
    },
  ]),
)

rule(
  'UPD-4',
  'a required username may be absent where creating skipped it, and null then changes nothing',
  async (server) => {
    const { username, ...rest } = complete()
    assert.ok(username)
    const user = await server.create({ ...rest, skip_user_requirement: true })
    assert.equal(user.username, null)
    const answer = await server.request('PATCH', `/users/${user.id}`, { body: { username: null } })
    assert.deepEqual(answer.body, user)
  },
  required,
)

rule(
  'UPD-1',
  'other attributes change although a required name is absent from the request',
  async (server) => {
    const user = await server.create(complete())
    const { body } = await server.request('PATCH', `/users/${user.id}`, { body: { locale: 'de' } })
    assert.deepEqual(body, { ...user, locale: 'de', updated_at: body.updated_at })
  },
  required,
)

const disabled = ['username', 'first_name', 'last_name'] as const
const off = attributes(Object.fromEntries(disabled.map((key) => [key, { enabled: false }])))
scenarios(updateUser, [
  ...disabled.flatMap((key) =>
    ['Something', null].map(
      (value): Scenario => ({
        rule: 'SET-2',
        name: `${JSON.stringify(value)} for a disabled ${key} is an unknown parameter of an update`,
        options: off,
        given: [{ email_address: [address()] }],
        send: { [key]: value, locale: 'de' },
        status: 422,
        code: 'form_param_unknown',
        param: key,
        check: unchanged,
      }),
    ),
  ),
  {
    rule: 'SET-2',
    name: 'all disabled attributes are told at once',
    options: off,
    given: [{ email_address: [address()] }],
    send: { last_name: 'L', locale: 'de', username: 'abcd', first_name: 'F' },
    status: 422,
    code: ['form_param_unknown', 'form_param_unknown', 'form_param_unknown'],
    param: ['last_name', 'username', 'first_name'],
    check: unchanged,
  },
])
