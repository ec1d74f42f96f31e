import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { engines, freshDatabase } from '#tests/engines.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { examined } from './examined.ts'
import { environmentOf, ran } from './operators.ts'

for (const engine of engines)
  test(`[OPS-1 IMG-9] a backup brings the pictures along, and doctor counts what is missing (${engine})`, async () => {
    const database = await freshDatabase(engine)
    const restored = {
      ...(await freshDatabase(engine)),
      encryptionKey: database.encryptionKey,
      secretKey: database.secretKey,
    }
    const server = await spawnBartleby({ database })
    try {
      const post = async (path: string, body: string | FormData) => {
        const json: Record<string, string> =
          typeof body === 'string' ? { 'content-type': 'application/json' } : {}
        const headers = { authorization: `Bearer ${database.secretKey}`, ...json }
        const response = await fetch(`${server.url}/v1${path}`, { method: 'POST', headers, body })
        assert.equal(response.status, 200, await response.clone().text())
        return response.json()
      }
      const same = anyPicture()
      for (const [username, bytes] of Object.entries({
        lovelace: same,
        eveline: same,
        grace: anyPicture(),
      })) {
        const { id } = await post('/users', JSON.stringify({ username }))
        await post(`/users/${id}/profile_image`, pictureForm(bytes))
      }
    } finally {
      server.kill()
      await server.exited
    }
    const folder = join(database.data, 'images')
    const names = await readdir(folder)
    assert.equal(names.length, 2)
    const file = join(database.data, 'a.backup')
    assert.match((await ran(['backup', file], environmentOf(database))).stdout, /pictures 2 /)
    assert.match((await ran(['restore', file], environmentOf(restored))).stdout, /pictures 2\./)
    const copies = join(restored.data, 'images')
    assert.deepEqual((await readdir(copies)).sort(), names.sort())
    for (const name of names)
      assert.deepEqual(await readFile(join(copies, name)), await readFile(join(folder, name)))
    const env = environmentOf(restored)
    assert.match((await examined(env)).find('pictures', 'ok').text, /^2 pictures of users, all in/)
    await rm(join(copies, names[0]!))
    assert.match((await examined(env)).find('pictures', 'warning').text, /^1 of 2 pictures are missing/)
    await database.remove()
    await restored.remove()
  })
