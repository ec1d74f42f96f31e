import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { InvalidSettings, readSettings } from '#server/settings/read-settings.ts'

function problemsOf(value: unknown): string[] {
  try {
    readSettings(value)
  } catch (error) {
    assert(error instanceof InvalidSettings, String(error))
    return error.message.split('\n')
  }
  return []
}

suite('settings', () => {
  test('nothing given means that every attribute is enabled and none is required', () => {
    const settings = readSettings({})
    for (const attribute of Object.values(settings.attributes)) {
      assert.equal(attribute.enabled, true)
      assert.equal(attribute.required, false)
    }
    assert.equal(settings.user_lockout.duration_in_minutes, 60)
    assert.deepEqual(settings.rate_limits, { preset: 'default', rules: [] })
    assert.deepEqual(settings.allowed_origins, [])
  })

  test('what is given stands, beside the defaults of the rest', () => {
    const given = {
      attributes: { email_address: { required: true } },
      user_lockout: { duration_in_minutes: null },
    }
    const settings = readSettings(given)
    assert.deepEqual(settings.attributes.email_address, {
      enabled: true,
      required: true,
      used_for_first_factor: true,
      used_for_second_factor: false,
    })
    assert.equal(settings.user_lockout.duration_in_minutes, null)
    assert.equal(settings.user_lockout.max_attempts, 10)
  })

  test('the value that is read stays as it was, and shares nothing with the result', () => {
    const given = { allowed_origins: ['https://app.example.com'] }
    const settings = readSettings(given)
    settings.allowed_origins.push('https://other.example.com')
    assert.deepEqual(given, { allowed_origins: ['https://app.example.com'] })
    assert.deepEqual(readSettings({}).allowed_origins, [])
  })

  const wrong: [name: string, value: unknown, ...lines: string[]][] = [
    [
      'an unknown key names its path and the nearest key of its level',
      { attributes: { email_adress: {} } },
      'attributes.email_adress: no such key; the nearest is attributes.email_address',
    ],
    [
      'a key at the wrong level names the path where it belongs',
      { email_address: { enabled: true } },
      'email_address: no such key; the nearest is attributes.email_address',
    ],
    [
      'a path that is written as one key names that path',
      { 'user_lockout.max_attempts': 5 },
      'user_lockout.max_attempts: no such key; the nearest is user_lockout.max_attempts',
    ],
    [
      'an unknown key deep down is compared with its neighbours first',
      { attributes: { password: { enable: true } } },
      'attributes.password.enable: no such key; the nearest is attributes.password.enabled',
    ],
    [
      'an unknown key in an entry of a list',
      {
        rate_limits: {
          rules: [{ operations: ['CreateUser'], limit: 1, seconds: 1, par: 'user', per: 'user' }],
        },
      },
      'rate_limits.rules[0].par: no such key; the nearest is rate_limits.rules[0].per',
    ],
    [
      'keys that JavaScript treats specially are keys like others',
      JSON.parse('{"__proto__":{"x":1},"constructor":1}'),
      'constructor: no such key; the nearest is restrictions',
      '__proto__: no such key; the nearest is password',
    ],
    [
      'a missing key of a list entry',
      { rate_limits: { rules: [{ operations: ['CreateUser'], limit: 1, per: 'user' }] } },
      'rate_limits.rules[0].seconds: expected a whole number from 1 to 86400, found nothing',
    ],
    [
      'a mistyped value names what is expected and what kind was found, never the value',
      { attributes: { phone_number: { enabled: 'sk_live_hunter2' } } },
      'attributes.phone_number.enabled: expected true or false, found a text',
    ],
    [
      'text is not taken for a number',
      { password: { min_length: '8' } },
      'password.min_length: expected a whole number from 1 to 72, found a text',
    ],
    [
      'a number outside its range',
      { user_lockout: { max_attempts: 4 } },
      'user_lockout.max_attempts: expected a whole number from 5 to 1000, found a smaller one',
    ],
    [
      'a number with a fraction',
      { user_lockout: { max_attempts: 5.5 } },
      'user_lockout.max_attempts: expected a whole number from 5 to 1000, found a number with a fraction',
    ],
    [
      'a union is told in one line',
      { user_lockout: { duration_in_minutes: 'never' } },
      'user_lockout.duration_in_minutes: expected a whole number from 1 to 5256000 or null, found a text',
    ],
    [
      'a word that is not one of the allowed ones',
      { rate_limits: { preset: 'strict' } },
      'rate_limits.preset: expected one of "default", "published", "none", found another text',
    ],
    ['null in the place of an object', { attributes: null }, 'attributes: expected an object, found null'],
    ['a list in the place of an object', { password: [] }, 'password: expected an object, found a list'],
    ['a list as the whole file', [], 'the settings: expected an object, found a list'],
    ['null as the whole file', null, 'the settings: expected an object, found null'],
    [
      'each of several problems has its line',
      { supports_ban: 1, usernames: {} },
      'usernames: no such key; the nearest is username',
      'supports_ban: expected true or false, found a number',
    ],
    [
      'a username that must be longer than it may be',
      { username: { min_length: 20, max_length: 10 } },
      'username.min_length: expected at most username.max_length, found a larger one',
    ],
    [
      'a password that must be longer than it may be',
      { password: { min_length: 20, max_length: 10 } },
      'password.min_length: expected at most password.max_length, found a larger one',
    ],
    [
      'a password longer than the bytes that are taken',
      { password: { max_length: 73 } },
      'password.max_length: expected a whole number from 8 to 72, found a larger one',
    ],
    [
      'a special character that is required while there is none',
      { password: { require_special_char: true, allowed_special_characters: '' } },
      'password.allowed_special_characters: expected at least one character, because password.require_special_char is true',
    ],
    [
      'a rate limit for an operation that does not exist',
      { rate_limits: { rules: [{ operations: ['CreateUsr'], limit: 1, seconds: 1, per: 'user' }] } },
      'rate_limits.rules[0].operations[0]: no such operation; the nearest is CreateUser',
    ],
    [
      'a required attribute must be enabled',
      { attributes: { first_name: { enabled: false, required: true } } },
      'attributes.first_name.required: expected false, because attributes.first_name.enabled is false',
    ],
    [
      'one identifier must stay enabled',
      {
        attributes: Object.fromEntries(
          ['email_address', 'phone_number', 'username', 'web3_wallet'].map((name) => [
            name,
            { enabled: false },
          ]),
        ),
      },
      'attributes: expected one of email_address, phone_number, username, web3_wallet to be enabled, found none',
    ],
  ]
  for (const [name, value, ...lines] of wrong) {
    test(name, () => assert.deepEqual(problemsOf(value).toSorted(), lines.toSorted()))
  }

  test('the breach look-up goes to an https address, or to this machine', () => {
    const accepted = (url: string) => problemsOf({ password: { breach_lookup_url: url } }).length === 0
    for (const url of [
      'https://api.pwnedpasswords.com/range',
      'https://breaches.example.com:8443/v1/range/',
      'http://localhost:8080/range',
      'http://127.0.0.1:8080/range',
      'http://[::1]:8080',
    ]) {
      assert(accepted(url), url)
    }
    for (const url of [
      '',
      'breaches.example.com',
      'http://breaches.example.com/range',
      'http://127.0.0.1.example.com/range',
      'http://localhost.example.com',
      'https://user:secret@breaches.example.com/range',
      'https://breaches.example.com/range?key=1',
      'https://breaches.example.com/range#here',
      'file:///etc/passwords',
      'ftp://localhost/range',
    ]) {
      assert(!accepted(url), url)
    }
  })

  test('allowed origins are scheme, host and port, and nothing else', () => {
    const accepted = (origin: string) => problemsOf({ allowed_origins: [origin] }).length === 0
    for (const origin of [
      'https://app.example.com',
      'http://localhost:3000',
      'http://[::1]:3000',
      'capacitor://localhost',
      'chrome-extension://abcdefghijklmnop',
    ]) {
      assert(accepted(origin), origin)
    }
    for (const origin of [
      '*',
      'https://*.example.com',
      'https://app.example.com/',
      'https://app.example.com/path',
      'https://app.example.com?x',
      'https://app.example.com#x',
      'https://user@app.example.com',
      'https://app.example.com:443',
      'https://App.example.com',
      'app.example.com',
      'localhost:3000',
      'null',
      'mailto:a@b.c',
      ' https://app.example.com',
    ]) {
      assert(!accepted(origin), origin)
    }
  })

  test('whatever is read is either settings or refused in lines, and read once more it is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          const settings = readSettings(value)
          assert.deepEqual(readSettings(settings), settings)
        } catch (error) {
          assert(error instanceof InvalidSettings, String(error))
          assert.notEqual(error.message, '')
        }
      }),
    )
  })
})
