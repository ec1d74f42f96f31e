import assert from 'node:assert/strict'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { engines, freshDatabase, migratedDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { ask, done, environmentOf, refused, spawned, stopped } from './operators.ts'

for (const engine of engines)
  suite(`bartleby keys rotate, on ${engine}`, () => {
    test(`[OPS-10] makes a key and ends the old one, for servers that run (${engine})`, async () => {
      const database = await migratedDatabase(engine)
      const server = await spawnBartleby({ database })
      const status = async (key: string) => (await ask(server, key, 'GET', '/users')).status
      const env = environmentOf(database)

      const kept = await done(['keys', 'rotate', '--keep-old'], env)
      assert.match(kept.stdout, /^sk_test_\w{43}\n$/)
      assert.match(kept.stderr, /Set BARTLEBY_SECRET_KEY to it/)
      assert.match(kept.stderr, /The old key key_\w+ stays valid/)
      const second = kept.stdout.trim()
      assert.deepEqual([await status(database.secretKey), await status(second)], [200, 200])

      const rotated = await done(['keys', 'rotate'], env)
      const third = rotated.stdout.trim()
      assert.match(rotated.stderr, /The old key key_\w+ is revoked\.\n$/)
      assert.deepEqual(
        [await status(database.secretKey), await status(second), await status(third)],
        [401, 200, 200],
      )
      assert.match(await refused(['keys', 'rotate'], env), /is revoked already/)

      const { stdout } = await done(['keys', 'list'], env)
      const id = stdout.match(new RegExp(`^(key_\\w+) +…${second.slice(-4)} `, 'm'))![1]!
      const fourth = (await done(['keys', 'rotate', id], env)).stdout.trim()
      assert.deepEqual([await status(second), await status(third), await status(fourth)], [401, 200, 200])
      assert.match(await refused(['keys', 'rotate', 'key_nobody'], env), /There is no key key_nobody/)
      await stopped(server)
      await database.remove()
    })

    test(`[OPS-10] several at once leave a valid key at every moment (${engine})`, async () => {
      const database = await migratedDatabase(engine)
      const server = await spawnBartleby({ database })
      const env = environmentOf(database)
      const runs = await Promise.all([1, 2, 3].map(() => spawned(['keys', 'rotate'], env)))
      const valid = []
      for (const { stdout } of runs.filter(({ stdout }) => stdout !== ''))
        if ((await ask(server, stdout.trim(), 'GET', '/users')).status === 200) valid.push(stdout)
      assert.ok(valid.length > 0, runs.map(({ stderr }) => stderr).join())
      assert.equal((await ask(server, database.secretKey, 'GET', '/users')).status, 401)
      await stopped(server)
      await database.remove()
    })
  })

if (engines.includes('sqlite'))
  test('[OPS-10] a generated key is exchanged in its files too, and the next start uses it (sqlite)', async () => {
    const database = await freshDatabase('sqlite')
    const generated = { ...database, secretKey: '', encryptionKey: '' }
    const env = { BARTLEBY_DATA: database.data }
    const keyFile = join(database.data, 'secret-key-test')
    const clerkEnv = join(database.data, 'clerk.env')
    await stopped(await spawnBartleby({ database: generated }))
    const [oldKey, oldLines] = [await readFile(keyFile, 'utf8'), await readFile(clerkEnv, 'utf8')]
    const key = (await done(['keys', 'rotate'], env)).stdout
    assert.equal(await readFile(keyFile, 'utf8'), key)
    assert.equal(await readFile(clerkEnv, 'utf8'), oldLines.replace(oldKey.trim(), key.trim()))
    for (const path of [keyFile, clerkEnv]) assert.equal((await stat(path)).mode & 0o777, 0o600)
    const server = await spawnBartleby({ database: generated })
    assert(!server.output().includes(key.trim()), 'a key that was shown is shown again')
    assert.equal((await ask(server, key.trim(), 'GET', '/users')).status, 200)
    assert.equal((await ask(server, oldKey.trim(), 'GET', '/users')).status, 401)
    await stopped(server)
    await rm(clerkEnv)
    const next = (await done(['keys', 'add'], env)).stdout.trim()
    assert.notEqual(`${next}\n`, await readFile(keyFile, 'utf8'))
    const last = await done(['keys', 'rotate'], env)
    assert.equal(await readFile(keyFile, 'utf8'), last.stdout)
    await rm(keyFile)
    assert.match(await refused(['keys', 'rotate'], env), /has no key of its own yet/)
    await database.remove()
  })
