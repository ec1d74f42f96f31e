import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { engines } from '#tests/engines.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { appOrigin, forVisitors, visitor } from './visitor.ts'

for (const engine of engines) {
  describe(`the environment (${engine})`, () => {
    let server: TestServer
    before(async () => {
      server = await startServer(engine, {
        settings: {
          ...forVisitors,
          application_name: 'Acme & Söhne',
          attributes: {
            phone_number: { enabled: false },
            backup_code: { enabled: false },
            password: { required: true },
          },
          password: { min_length: 12 },
          user_lockout: { duration_in_minutes: null },
          display: { sign_in_url: 'https://app.example.com/sign-in' },
        },
      })
    })
    after(() => server.stop())

    test(`[ENV-1] anybody reads it, by GET and by PATCH (${engine})`, async () => {
      const browser = visitor(server)
      const read = await browser.get('/environment')
      const { status, body } = await browser.visit('PATCH', '/environment', {})
      assert.equal(status, 200)
      assert.deepEqual(body, read)
      assert.equal(browser.token, '', 'nobody is given a client for it')
      const response = await fetch(`${server.url}/v1/environment`)
      assert.deepEqual(await response.json(), read, 'servers without an origin read it too')
    })

    test(`[ENV-2] it tells the settings (${engine})`, async () => {
      const { auth_config, display_config, user_settings } = await visitor(server).get('/environment')
      assert.equal(display_config.application_name, 'Acme & Söhne')
      assert.equal(display_config.sign_in_url, 'https://app.example.com/sign-in')
      assert.equal(display_config.instance_environment_type, 'development')
      assert.equal(display_config.branded, false)
      assert.equal(auth_config.password, 'required')
      assert.equal(auth_config.single_session_mode, true)
      assert.equal(user_settings.password_settings.min_length, 12)
      assert.deepEqual(user_settings.attack_protection.user_lockout, {
        enabled: true,
        max_attempts: 10,
        duration_in_minutes: 0,
      })
      assert.equal(user_settings.attack_protection.enumeration_protection.enabled, false)
      assert.ok(!('breach_lookup_url' in user_settings.password_settings))
    })

    test(`[ENV-3] what is switched off or has no flow is not offered (${engine})`, async () => {
      const { auth_config, user_settings } = await visitor(server).get('/environment')
      assert.equal(auth_config.phone_number, 'off')
      assert.deepEqual(auth_config.identification_strategies, ['email_address', 'username'])
      assert.deepEqual(auth_config.first_factors, ['password', 'email_code', 'ticket'])
      assert.deepEqual(auth_config.second_factors, ['totp'])
      assert.equal(user_settings.attributes.passkey.enabled, false)
      assert.equal(user_settings.attributes.backup_code.used_for_second_factor, false)
      assert.deepEqual(user_settings.attributes.email_address.first_factors, ['email_code'])
      assert.deepEqual(user_settings.social, {})
    })

    test(`[FAP-5 FAP-9] an allowed page may read it, caches may not keep it (${engine})`, async () => {
      const { headers } = await visitor(server).visit('GET', '/environment')
      assert.equal(headers.get('access-control-allow-origin'), appOrigin)
      assert.equal(headers.get('access-control-allow-credentials'), 'true')
      assert.match(headers.get('access-control-expose-headers') ?? '', /Authorization/)
      assert.equal(headers.get('vary'), 'Origin')
      assert.equal(headers.get('cache-control'), 'no-store')
      const asked = await fetch(`${server.url}/v1/environment`, {
        method: 'OPTIONS',
        headers: { origin: appOrigin, 'access-control-request-method': 'PATCH' },
      })
      assert.equal(asked.status, 204)
      assert.equal(asked.headers.get('access-control-allow-origin'), appOrigin)
      assert.match(asked.headers.get('access-control-allow-methods') ?? '', /PATCH/)
      const foreign = await fetch(`${server.url}/v1/environment`, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example' },
      })
      assert.equal(foreign.status, 400)
      assert.equal(foreign.headers.get('access-control-allow-origin'), null)
    })
  })
}
