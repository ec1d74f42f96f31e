import assert from 'node:assert/strict'
import { updateUser } from '#contract/users/update-user.ts'
import { type Scenario, scenarios } from '#tests/rules.ts'

let users = 0
/** A value of one parameter and what becomes of it; without a code it is accepted and answered so. */
function row(ids: string, name: string, body: Record<string, unknown>, outcome: string | object): Scenario {
  const given = [{ username: `upd_values_${++users}` }]
  if (typeof outcome === 'object') return { rule: ids, name, given, send: body, status: 200, expect: outcome }
  const [code, param] = outcome.split(' ') as [string, string]
  return {
    rule: ids,
    name,
    given,
    send: { delete_self_enabled: false, ...body },
    status: 422,
    code,
    param,
    check: async (_answer, [user], server) => {
      assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
      assert.equal((await server.events(user.id)).length, 1)
    },
  }
}

const time = (ms: string) => Date.parse(ms)

scenarios(updateUser, [
  ...['external_id', 'first_name', 'last_name'].flatMap((key) => [
    row(
      'BOD-16',
      `256 characters of ${key} are taken`,
      { [key]: 'ä'.repeat(256) },
      { [key]: 'ä'.repeat(256) },
    ),
    row(
      'BOD-16',
      `257 characters of ${key} are refused`,
      { [key]: 'x'.repeat(257) },
      `form_param_max_length_exceeded ${key}`,
    ),
    row('BOD-8', `a number as ${key} is refused`, { [key]: 1 }, `form_param_type_invalid ${key}`),
    row('BOD-8', `an array as ${key} is refused`, { [key]: ['x'] }, `form_param_type_invalid ${key}`),
    row('UPD-1', `a line break in ${key} is refused`, { [key]: 'a\nb' }, `form_param_value_invalid ${key}`),
    row('UPD-1', `a NUL in ${key} is refused`, { [key]: 'a\u0000' }, `form_param_value_invalid ${key}`),
    row(
      'UPD-1',
      `half a surrogate pair in ${key} is refused`,
      { [key]: 'a\ud800' },
      `form_param_value_invalid ${key}`,
    ),
    row(
      'USR-2',
      `other scripts in ${key} come back as given`,
      { [key]: 'Zoë 李 😀 O\'N\\"' },
      { [key]: 'Zoë 李 😀 O\'N\\"' },
    ),
  ]),
  row(
    'BOD-18',
    'a locale that is no tag is refused',
    { locale: 'not a locale' },
    'form_param_format_invalid locale',
  ),
  row(
    'BOD-18',
    'a locale with an underscore is refused',
    { locale: 'en_US' },
    'form_param_format_invalid locale',
  ),
  row(
    'BOD-18',
    'a locale with script and region is taken',
    { locale: 'zh-Hant-TW' },
    { locale: 'zh-Hant-TW' },
  ),
  row(
    'BOD-16',
    '65 characters of locale are refused',
    { locale: 'x'.repeat(65) },
    'form_param_max_length_exceeded locale',
  ),
  row(
    'UPD-1',
    'a time zone that is none is refused',
    { timezone: 'Mars/Olympus' },
    'form_param_format_invalid timezone',
  ),
  row('UPD-1', 'an offset is no time zone', { timezone: '+01:00' }, 'form_param_format_invalid timezone'),
  ...[
    'delete_self_enabled',
    'create_organization_enabled',
    'bypass_client_trust',
    'skip_legal_checks',
  ].flatMap((key) => [
    row('BOD-8', `a word as ${key} is refused`, { [key]: 'true' }, `form_param_type_invalid ${key}`),
    row('BOD-8', `a number as ${key} is refused`, { [key]: 1 }, `form_param_type_invalid ${key}`),
  ]),
  row(
    'UPD-1 USR-12',
    'a limit of 0 is kept apart from none',
    { create_organizations_limit: 0 },
    { create_organizations_limit: 0 },
  ),
  row(
    'UPD-1',
    'the largest limit is taken',
    { create_organizations_limit: 2_147_483_647 },
    { create_organizations_limit: 2_147_483_647 },
  ),
  row(
    'BOD-17',
    'a larger limit is refused',
    { create_organizations_limit: 2_147_483_648 },
    'form_param_value_too_large create_organizations_limit',
  ),
  row(
    'UPD-1',
    'a limit below 0 is refused',
    { create_organizations_limit: -1 },
    'form_param_value_invalid create_organizations_limit',
  ),
  row(
    'BOD-8',
    'a fraction as the limit is refused',
    { create_organizations_limit: 1.5 },
    'form_param_type_invalid create_organizations_limit',
  ),
  row(
    'BOD-8',
    'a text as the limit is refused',
    { create_organizations_limit: '5' },
    'form_param_type_invalid create_organizations_limit',
  ),
  ...['legal_accepted_at', 'created_at'].flatMap((key) => [
    row(
      'TIM-2',
      `${key} is read with its offset`,
      { [key]: '2012-10-20T09:15:20.902+02:00' },
      { [key]: time('2012-10-20T07:15:20.902Z') },
    ),
    row(
      'TIM-2',
      `${key} of a leap day is taken`,
      { [key]: '2024-02-29T00:00:00Z' },
      { [key]: time('2024-02-29T00:00:00Z') },
    ),
    row('TIM-2', `${key} before 1970 is taken`, { [key]: '1969-12-31T23:59:59Z' }, { [key]: -1000 }),
    row(
      'TIM-3',
      `${key} on a day that does not exist is refused`,
      { [key]: '2023-02-29T00:00:00Z' },
      `form_param_invalid_time ${key}`,
    ),
    row(
      'TIM-3',
      `${key} without an offset is refused`,
      { [key]: '2012-10-20T07:15:20' },
      `form_param_invalid_time ${key}`,
    ),
    row('TIM-3', `an empty ${key} is refused`, { [key]: '' }, `form_param_invalid_time ${key}`),
    row(
      'TIM-3',
      `${key} as a date alone is refused`,
      { [key]: '2012-10-20' },
      `form_param_invalid_time ${key}`,
    ),
    row(
      'TIM-3',
      `${key} in hour 24 is refused`,
      { [key]: '2012-10-20T24:00:00Z' },
      `form_param_invalid_time ${key}`,
    ),
    row(
      'BOD-8',
      `${key} in milliseconds is refused`,
      { [key]: 1350717320902 },
      `form_param_type_invalid ${key}`,
    ),
  ]),
  row(
    'UPD-6',
    'skip_password_checks without a password is refused',
    { skip_password_checks: true },
    'form_conditional_param_missing password',
  ),
  row(
    'UPD-6',
    'sign_out_of_other_sessions without a password is refused',
    { sign_out_of_other_sessions: true },
    'form_conditional_param_missing password',
  ),
  row(
    'UPD-6',
    'both without a password are one problem',
    { skip_password_checks: true, sign_out_of_other_sessions: true },
    'form_conditional_param_missing password',
  ),
  row(
    'UPD-6 BOD-12',
    'false for both is what generated clients send along',
    { skip_password_checks: false, sign_out_of_other_sessions: false, first_name: 'Ada' },
    { first_name: 'Ada' },
  ),
  row(
    'UPD-6',
    'null for both is accepted',
    { skip_password_checks: null, sign_out_of_other_sessions: null, first_name: 'Ada' },
    { first_name: 'Ada' },
  ),
  ...['skip_password_requirement', 'banned', 'email_address'].map((key) =>
    row('BOD-7', `${key} is no parameter of an update`, { [key]: null }, `form_param_unknown ${key}`),
  ),
])
