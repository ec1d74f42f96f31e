import assert from 'node:assert/strict'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { engines, freshDatabase, migratedDatabase, type TestDatabase } from '#tests/engines.ts'
import { type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'
import { ran } from './operators.ts'

const statusAs = async (server: SpawnedServer, key: string) =>
  (await fetch(`${server.url}/v1/users`, { headers: { authorization: `Bearer ${key}` } })).status

for (const engine of engines) {
  suite(`bartleby keys, on ${engine}`, { concurrency: false }, () => {
    let database: TestDatabase
    let server: SpawnedServer
    before(async () => {
      database = await migratedDatabase(engine)
      server = await spawnBartleby({ database })
    })
    after(async () => {
      server.kill('SIGKILL')
      await server.exited
      await database.remove()
    })
    const keys = (...args: string[]) =>
      ran(['keys', ...args], {
        BARTLEBY_DATA: database.data,
        BARTLEBY_DATABASE_URL: database.databaseUrl,
        BARTLEBY_SECRET_KEY: database.secretKey,
        BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
      })
    const idOf = async (key: string) => {
      const { stdout } = await keys('list')
      return stdout.match(new RegExp(`^(key_\\w{27}) +…${key.slice(-4)} `, 'm'))![1]!
    }

    test('list shows ids and last characters, never a key', async () => {
      const { code, stdout, stderr } = await keys('list')
      assert.equal(code, 0, stderr)
      assert.equal(stdout.trimEnd().split('\n').length, 2)
      assert.match(stdout, /^key_\w{27} +…\w{4} +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +valid$/m)
      assert(!stdout.includes(database.secretKey))
    })

    test('the last valid key is not revoked', async () => {
      const { code, stderr } = await keys('revoke', await idOf(database.secretKey))
      assert.equal(code, 1)
      assert.match(stderr, /^bartleby: The key key_\w+ is the last valid one: [^\n]+\n$/)
      assert.equal(await statusAs(server, database.secretKey), 200)
    })

    test('two keys are valid side by side, and a revoked one is refused at the very next request', async () => {
      const created = await keys('create')
      assert.equal(created.code, 0, created.stderr)
      assert.match(created.stdout, /^sk_test_\w{43}\n$/)
      const key = created.stdout.trim()
      assert.equal(await statusAs(server, key), 200)
      assert.equal(await statusAs(server, database.secretKey), 200)

      const revoked = await keys('revoke', await idOf(key))
      assert.equal(revoked.code, 0, revoked.stderr)
      assert.equal(await statusAs(server, key), 401)
      assert.equal(await statusAs(server, database.secretKey), 200)

      const again = await keys('revoke', await idOf(key))
      assert.equal(again.code, 1)
      assert.match(again.stderr, /^bartleby: The key key_\w+ is revoked already\.\n$/)
    })

    test('a key that does not exist is refused', async () => {
      const { code, stderr } = await keys('revoke', 'key_nobody')
      assert.equal(code, 1)
      assert.match(stderr, /^bartleby: There is no key key_nobody: [^\n]+\n$/)
    })

    test('after the key of the environment is revoked, a start with it is refused', async () => {
      assert.equal((await keys('create')).code, 0)
      const { stdout } = await keys('revoke', await idOf(database.secretKey))
      assert.match(stdout, /BARTLEBY_SECRET_KEY/)
      assert.equal(await statusAs(server, database.secretKey), 401)
      await assert.rejects(
        spawnBartleby({ database }),
        /ended with 1 [^\n]+\nbartleby: The secret key of this start was revoked: [^\n]+\n$/,
      )
    })
  })
}

suite('bartleby keys, with generated keys', () => {
  test('before the first start there is nothing to list, and nothing is made', async () => {
    const database = await freshDatabase('sqlite')
    const { code, stderr } = await ran(['keys', 'list'], { BARTLEBY_DATA: database.data })
    assert.equal(code, 1)
    assert.match(stderr, /^bartleby: There is no database in \S+ yet: [^\n]+\n$/)
    await assert.rejects(access(join(database.data, 'bartleby.sqlite')))
    await database.remove()
  })

  test('a generated key that is revoked makes room for another at the next start', async () => {
    const database = await freshDatabase('sqlite')
    const generated = { ...database, secretKey: '', encryptionKey: '' }
    const keyFile = join(database.data, 'secret-key-test')
    const first = await spawnBartleby({ database: generated })
    const firstKey = (await readFile(keyFile, 'utf8')).trim()
    const env = { BARTLEBY_DATA: database.data }
    const created = (await ran(['keys', 'create'], env)).stdout.trim()
    const { stdout } = await ran(['keys', 'list'], env)
    const id = stdout.match(new RegExp(`^(key_\\w+) +…${firstKey.slice(-4)} `, 'm'))![1]!
    assert.match((await ran(['keys', 'revoke', id], env)).stdout, /next start of the server makes another/)
    assert.equal(await statusAs(first, firstKey), 401)
    assert.equal(await statusAs(first, created), 200)
    first.kill('SIGTERM')
    await first.exited

    const second = await spawnBartleby({ database: generated })
    const secondKey = (await readFile(keyFile, 'utf8')).trim()
    assert(second.output().includes(`CLERK_SECRET_KEY=${secondKey}\n`), 'the new key is shown')
    assert.equal(await statusAs(second, secondKey), 200)
    assert.equal(await statusAs(second, created), 200)
    assert.equal(await statusAs(second, firstKey), 401)
    second.kill('SIGTERM')
    await second.exited
    await database.remove()
  })
})
