import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { engines } from '#tests/engines.ts'
import { rawly } from '../stores/given.ts'
import { examined, started } from './examined.ts'
import { environmentOf } from './operators.ts'

const appLines = (server: { url: string }, secretKey: string) => ({
  CLERK_SECRET_KEY: secretKey,
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from(`${new URL(server.url).host}$`).toString('base64')}`,
  CLERK_API_URL: server.url,
})

for (const engine of engines)
  test(`[OPS-13] the .env file of an app is compared with the server (${engine})`, async () => {
    const database = await started(engine)
    const server = { url: 'http://127.0.0.1:4799' }
    const env = { ...environmentOf(database), BARTLEBY_PUBLIC_URL: server.url }
    const file = join(database.data, 'app.env')
    const right = appLines(server, database.secretKey)
    const told = async (lines: Record<string, string>) => {
      const text = Object.entries(lines).map(([name, value]) => `export ${name}="${value}"\n`)
      await writeFile(file, `# an app\nPORT=3000\n${text.join('')}`)
      const report = await examined(env, '--env', file)
      const ofApp = report.checks.filter(({ name }) => /CLERK|app/.test(name))
      const shown = JSON.stringify(report.checks)
      for (const [name, value] of Object.entries(lines))
        if (name.includes('SECRET')) assert(value === '' || !shown.includes(value), 'a key is shown')
      return ofApp.map(({ state, name, text }) => `${state} ${name} ${text}`).join('\n')
    }
    const allRight = await told(right)
    assert.match(allRight, /^ok CLERK_SECRET_KEY is key_\w+ and valid$/m)
    assert.match(allRight, /^ok NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY leads to 127\.0\.0\.1:4799$/m)
    assert.match(allRight, /^ok CLERK_API_URL is http:\/\/127\.0\.0\.1:4799$/m)
    const pk = (host: string, kind = 'test') => `pk_${kind}_${Buffer.from(`${host}$`).toString('base64')}`
    const wrong: [Record<string, string>, RegExp][] = [
      [{ CLERK_API_URL: `${server.url}/v1` }, /^problem CLERK_API_URL ends in \/v1/m],
      [{ CLERK_API_URL: 'https://api.clerk.com' }, /^problem CLERK_API_URL leads to api\.clerk\.com, not/m],
      [{ CLERK_API_URL: '' }, /^problem app \S+ has no CLERK_API_URL/m],
      [
        { CLERK_SECRET_KEY: `sk_test_${'abcdefghij'.repeat(4)}`.slice(0, 40) },
        /^problem CLERK_SECRET_KEY is no key of/m,
      ],
      [
        { CLERK_SECRET_KEY: 'sk_live_abcdefghijklmnopqrstuvw' },
        /^problem CLERK_SECRET_KEY does not start with/m,
      ],
      [
        { VITE_CLERK_PUBLISHABLE_KEY: pk('clerk.example.com') },
        /^problem VITE_\w+ leads to clerk\.example\.com/m,
      ],
      [{ PUBLIC_CLERK_PUBLISHABLE_KEY: pk('127.0.0.1:4799', 'live') }, /^problem PUBLIC_\w+ is a live key/m],
      [{ CLERK_PUBLISHABLE_KEY: 'pk_test_x' }, /^problem CLERK_PUBLISHABLE_KEY is no publishable key/m],
    ]
    for (const [lines, complaint] of wrong) assert.match(await told({ ...right, ...lines }), complaint)
    assert.match(await told({}), /^problem app \S+ names no key$/m)
    await rawly(database, 'update secret_keys set revoked_at = 5')
    assert.match(await told(right), /^problem CLERK_SECRET_KEY is key_\w+, which was revoked$/m)
    const missing = await examined(env, '--env', join(database.data, 'no.env'))
    assert.match(missing.find('app', 'problem').text, /there is no such file/)
    await database.remove()
  })
