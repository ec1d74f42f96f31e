import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { refusals } from '#contract/refusals.ts'
import { passwordHashers, readDigest } from '#server/credentials/hashing/hashers.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { examplePassword } from '#tests/digest-examples.ts'

const guide = await readFile(join(import.meta.dirname, '../../docs/guides/passwords.md'), 'utf8')
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')))

suite('the guide to passwords', () => {
  test('has a row for every hasher, with a digest of the password that it names', async () => {
    assert.ok(guide.includes(`\`${examplePassword}\``))
    for (const hasher of passwordHashers) {
      const [, , , , example] = rows.find(([, name]) => name === hasher) ?? []
      const verifier = readDigest(hasher, example ?? '')
      assert.ok(typeof verifier === 'object', `${hasher}: ${example}`)
      if (hasher !== 'awscognito') assert.equal(await verifier.verify!(examplePassword), true, hasher)
    }
  })

  test('names every code of a password, and settings that exist', () => {
    for (const name of Object.keys(refusals).filter((one) => one.startsWith('form_password_')))
      assert.ok(guide.includes(`\`${name}\``), name)
    const { password } = readSettings({})
    for (const name of Object.keys(password)) assert.ok(guide.includes(name), name)
  })

  test('has examples that can be read', () => {
    const [, settings] = /^```json\n(.*?)^```/ms.exec(guide)!
    assert.equal(readSettings(JSON.parse(settings!)).password.disable_hibp, false)
    const [, body] = /-d '(.*)'$/m.exec(guide)!
    const { password_hasher: hasher, password_digest: digest } = JSON.parse(body!)
    assert.equal(typeof readDigest(hasher, digest), 'object')
  })
})
