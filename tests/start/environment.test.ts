import assert from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { suite, test } from 'node:test'
import { InvalidStart, readEnvironment } from '#server/settings/environment.ts'

const secretKey = 'sk_test_9fK2mXq7LbT4vWc8ZsR1yHd6'
const encryptionKey = 'q83vEjRWeJq83tXkT2vR0sYlbn5qWZtHc1oJf2xDkXs='
const postgres = {
  BARTLEBY_DATABASE_URL: 'postgres://bartleby:hunter2@db.internal:5432/bartleby',
  BARTLEBY_SECRET_KEY: secretKey,
  BARTLEBY_ENCRYPTION_KEY: encryptionKey,
}

function problemsOf(env: Record<string, string>): string[] {
  try {
    readEnvironment(env)
  } catch (error) {
    assert(error instanceof InvalidStart, String(error))
    return error.message.split('\n')
  }
  return []
}

function refused(env: Record<string, string>, ...expected: RegExp[]) {
  const lines = problemsOf(env)
  assert.equal(lines.length, expected.length, lines.join('\n'))
  for (const [at, line] of lines.entries()) assert.match(line, expected[at]!)
}

suite('the environment', () => {
  test('may give nothing', () => {
    const expected = {
      host: '127.0.0.1',
      port: 4747,
      publicUrl: 'http://127.0.0.1:4747',
      data: resolve('data'),
      databaseUrl: '',
      environment: 'test',
      secretKey: undefined,
      encryptionKey: undefined,
      passwordHashing: 'full',
      threads: 4,
      rateLimits: true,
      settingsPath: resolve('data/bartleby.json'),
      settingsGiven: false,
      mailServer: undefined,
      trustedProxies: [],
      logLevel: 'info',
    }
    assert.deepEqual(readEnvironment({}), expected)
    assert.deepEqual(readEnvironment({ PATH: '/bin', BARTLEBY_PORT: '', BARTLEBY_SECRET_KEY: ' ' }), expected)
  })

  test('may give everything', () => {
    assert.deepEqual(
      readEnvironment({
        ...postgres,
        BARTLEBY_HOST: '0.0.0.0',
        BARTLEBY_PORT: '8080',
        BARTLEBY_PUBLIC_URL: 'https://auth.example.com',
        BARTLEBY_DATA: '/var/lib/bartleby',
        BARTLEBY_ENVIRONMENT: 'live',
        BARTLEBY_SECRET_KEY: secretKey.replace('test', 'live'),
        UV_THREADPOOL_SIZE: '18',
        BARTLEBY_PASSWORD_HASHING: 'full',
        BARTLEBY_RATE_LIMITS: 'off',
        BARTLEBY_SETTINGS: '/etc/bartleby.json',
        BARTLEBY_IMAGES_URL: 's3://pictures/auth?region=eu-central-1',
        BARTLEBY_SMTP_URL: 'smtps://user:p%40ss@mail.example.com',
        BARTLEBY_MAIL_FROM: 'Example <login@example.com>',
        BARTLEBY_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        BARTLEBY_LOG_LEVEL: 'debug',
      }),
      {
        host: '0.0.0.0',
        port: 8080,
        publicUrl: 'https://auth.example.com',
        data: '/var/lib/bartleby',
        databaseUrl: postgres.BARTLEBY_DATABASE_URL,
        images: { bucket: 'pictures', prefix: 'auth/', region: 'eu-central-1' },
        environment: 'live',
        secretKey: secretKey.replace('test', 'live'),
        encryptionKey,
        passwordHashing: 'full',
        threads: 18,
        rateLimits: false,
        settingsPath: '/etc/bartleby.json',
        settingsGiven: true,
        mailServer: {
          host: 'mail.example.com',
          port: 465,
          encryption: 'at once',
          login: { user: 'user', password: 'p@ss' },
          from: { name: 'Example', address: 'login@example.com' },
        },
        trustedProxies: ['10.0.0.0/8', '::1'],
        logLevel: 'debug',
      },
    )
  })

  test('the settings file lies in the data folder unless told otherwise', () => {
    assert.equal(readEnvironment({ BARTLEBY_DATA: 'x' }).settingsPath, join(resolve('x'), 'bartleby.json'))
  })

  test('the public address follows host and port', () => {
    const urlOf = (host: string, port: string) =>
      readEnvironment({ BARTLEBY_HOST: host, BARTLEBY_PORT: port }).publicUrl
    assert.equal(urlOf('', '5000'), 'http://127.0.0.1:5000')
    assert.equal(urlOf('0.0.0.0', ''), 'http://127.0.0.1:4747')
    assert.equal(urlOf('::', '5000'), 'http://127.0.0.1:5000')
    assert.equal(urlOf('::1', '5000'), 'http://[::1]:5000')
    assert.equal(urlOf('10.1.2.3', '80'), 'http://10.1.2.3')
    assert.equal(urlOf('users.internal', '5000'), 'http://users.internal:5000')
    assert.equal(urlOf('', '0'), '')
  })

  test('a misspelled variable is refused with the nearest name', () => {
    refused({ BARTLEBY_DATABASE: 'x' }, /^BARTLEBY_DATABASE .* nearest is BARTLEBY_DATA\.$/)
    refused({ BARTLEBY_SECRETKEY: 'hunter2' }, /^BARTLEBY_SECRETKEY .* nearest is BARTLEBY_SECRET_KEY\.$/)
    refused({ BARTLEBY_PROT: '1' }, /nearest is BARTLEBY_PORT\.$/)
  })

  test('[SRV-13] every problem has its line', () => {
    refused({ BARTLEBY_PORT: 'x', BARTLEBY_LOG_LEVEL: 'loud' }, /^BARTLEBY_PORT/, /^BARTLEBY_LOG_LEVEL/)
  })

  for (const [name, values] of Object.entries({
    BARTLEBY_PORT: ['65536', '-1', '4747.0', '0x10', '1e3', '4747a', '100000'],
    BARTLEBY_HOST: [
      'http://127.0.0.1',
      '127.0.0.1:80',
      '[::1]',
      'a b',
      '1.2.3.999',
      'fe80::1%eth0',
      '-x',
      'a/b',
    ],
    BARTLEBY_PUBLIC_URL: [
      'auth.example.com',
      'ftp://auth.example.com',
      'https://auth.example.com/',
      'https://auth.example.com/auth',
      'https://auth.example.com?x=1',
      'https://me:hunter2@auth.example.com',
      'https://auth.example.com:443',
      'https://AUTH.example.com',
      'https://',
    ],
    BARTLEBY_DATABASE_URL: ['mysql://u:hunter2@h/d', 'hunter2', 'postgres:hunter2', './data.sqlite'],
    BARTLEBY_ENVIRONMENT: ['production', 'Test', 'dev'],
    BARTLEBY_RATE_LIMITS: ['true', '0', 'OFF'],
    BARTLEBY_PASSWORD_HASHING: ['slow', 'CHEAP'],
    BARTLEBY_LOG_LEVEL: ['verbose', 'INFO', '30'],
    BARTLEBY_TRUSTED_PROXIES: [
      'true',
      'proxy.internal',
      '10.0.0.0/33',
      '::1/129',
      '10.0.0.0/',
      '1.2.3.4 5.6.7.8',
    ],
  })) {
    test(`${name} refuses what it cannot mean`, () => {
      for (const value of values) {
        const lines = problemsOf(
          name === 'BARTLEBY_DATABASE_URL' ? { ...postgres, [name]: value } : { [name]: value },
        )
        assert.equal(lines.length, 1, `${value}: ${lines}`)
        assert.match(lines[0]!, new RegExp(`^${name} must `))
        assert(!lines[0]!.includes('hunter2'), lines[0])
      }
    })
  }

  test('[SRV-16] on PostgreSQL both keys must be given', () => {
    assert.deepEqual(problemsOf(postgres), [])
    refused(
      { BARTLEBY_DATABASE_URL: postgres.BARTLEBY_DATABASE_URL },
      /^BARTLEBY_SECRET_KEY must be given/,
      /^BARTLEBY_ENCRYPTION_KEY must be given/,
    )
    refused({ ...postgres, BARTLEBY_ENCRYPTION_KEY: '' }, /^BARTLEBY_ENCRYPTION_KEY must be given/)
  })

  test('a secret key is long, random and of its environment', () => {
    assert.deepEqual(problemsOf({ BARTLEBY_SECRET_KEY: secretKey }), [])
    for (const wrong of [
      'hunter2',
      secretKey.replace('test', 'live'),
      secretKey.slice(0, -1),
      `${secretKey}!`,
      `sk_test_${'9fK2mXq7LbT4vWc8ZsR1yHd6'.repeat(11)}`,
      `sk_test_${'a'.repeat(40)}`,
      `sk_test_${'ab'.repeat(20)}`,
      `sk_test_${'abcdefghijk'.repeat(3)}`,
      'sk_test_abcdefghijklmnopqrstuvwxyz',
      'sk_test_9876543210zyxwvutsrqponm_changeme',
      'sk_test_your-key-goes-here-9fK2mXq7',
      'sk_test_this_is_my_Secret_key_2026',
      'sk_test_EXAMPLE9fK2mXq7LbT4vWc8ZsR1',
      'sk_test_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    ]) {
      const lines = problemsOf({ BARTLEBY_SECRET_KEY: wrong })
      assert.equal(lines.length, 1, wrong)
      assert(!lines[0]!.includes(wrong), lines[0])
    }
  })

  test('an encryption key is 32 random bytes in base64', () => {
    assert.deepEqual(problemsOf({ BARTLEBY_ENCRYPTION_KEY: encryptionKey }), [])
    const bytes = Buffer.from(encryptionKey, 'base64')
    for (const wrong of [
      'hunter2',
      bytes.toString('hex'),
      encryptionKey.slice(0, -1),
      bytes.subarray(1).toString('base64'),
      Buffer.concat([bytes, bytes]).toString('base64'),
      Buffer.alloc(32).toString('base64'),
      Buffer.alloc(32, 'ab').toString('base64'),
      Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64'),
      Buffer.from('correct horse battery staple 123').toString('base64'),
    ]) {
      refused({ BARTLEBY_ENCRYPTION_KEY: wrong }, /^BARTLEBY_ENCRYPTION_KEY (must|is)/)
      assert(!problemsOf({ BARTLEBY_ENCRYPTION_KEY: wrong })[0]!.includes(wrong))
    }
  })
})
