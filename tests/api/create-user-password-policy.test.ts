import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { digestExamples } from '#tests/digest-examples.ts'
import { scenarios } from '#tests/rules.ts'
import { password } from './passwords.ts'

let counter = 0
const email = () => ({ email_address: [`password.policy.${++counter}@example.com`] })
const bcrypt = { password_digest: digestExamples.bcrypt[0], password_hasher: 'bcrypt' }

const strict = {
  settings: {
    password: {
      min_length: 10,
      max_length: 20,
      require_uppercase: true,
      require_lowercase: true,
      require_numbers: true,
      require_special_char: true,
    },
  },
}
scenarios(createUser, [
  {
    rule: 'SET-12 CRT-16',
    name: 'all failures are told together',
    options: strict,
    send: { ...email(), password: '   ' },
    status: 422,
    code: [
      'form_password_length_too_short',
      'form_password_no_lowercase',
      'form_password_no_uppercase',
      'form_password_no_number',
      'form_password_no_special_char',
    ],
  },
  {
    rule: 'SET-12',
    name: 'what the settings ask for is enough',
    options: strict,
    send: { ...email(), password: 'Staple-Horse-7' },
    status: 200,
  },
  {
    rule: 'SET-12 CRT-16',
    name: 'a weak password is told with suggestions',
    options: { settings: { password: { min_zxcvbn_strength: 4 } } },
    send: { ...email(), password: 'horsehorse1' },
    status: 422,
    code: 'form_password_not_strong_enough',
    check: ({ body }) => {
      const { suggestions } = body.errors[0].meta.zxcvbn
      assert.ok(suggestions.length > 0)
      for (const { code, message } of suggestions) assert.ok(code && message)
    },
  },
  {
    rule: 'SET-2 SET-12',
    name: 'where passwords are off their parameters do not exist',
    options: { settings: { attributes: { password: { enabled: false } } } },
    send: { ...email(), password, password_digest: 'x', password_hasher: 'md5' },
    status: 422,
    code: ['form_param_unknown', 'form_param_unknown', 'form_param_unknown'],
    param: ['password', 'password_digest', 'password_hasher'],
  },
])

const required = { attributes: { password: { required: true } } }
const onlyPassword = {
  attributes: {
    password: { required: true },
    email_address: { used_for_first_factor: false },
    phone_number: { used_for_first_factor: false },
    web3_wallet: { used_for_first_factor: false },
    passkey: { used_for_first_factor: false },
  },
}
scenarios(createUser, [
  ...[{ password }, bcrypt, { skip_password_requirement: true }].map((given) => ({
    rule: 'CRT-10 CRT-11 SET-3',
    name: `a required password: ${Object.keys(given).join(' and ')}`,
    options: { settings: required },
    send: { ...email(), ...given },
    status: 200,
  })),
  {
    rule: 'CRT-10 SET-3',
    name: 'a required password that is missing',
    options: { settings: required },
    send: email(),
    status: 422,
    code: 'form_data_missing',
  },
  {
    rule: 'CRT-11',
    name: 'the requirement cannot be skipped where a password is the only way to sign in',
    options: { settings: onlyPassword },
    send: { ...email(), skip_password_requirement: true },
    status: 422,
    code: 'form_data_missing',
    check: ({ body }) => assert.deepEqual(body.errors[0].meta.param_names, ['password']),
  },
  {
    rule: 'CRT-11',
    name: 'with a password it need not be skipped',
    options: { settings: onlyPassword },
    send: { ...email(), password, skip_password_requirement: true },
    status: 200,
  },
])
