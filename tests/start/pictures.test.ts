import assert from 'node:assert/strict'
import { readdir, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { imageIdOf } from '#server/images/image-id.ts'
import { type Engine, engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { startBucketServer } from '#tests/images/bucket-server.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

const call = async (
  server: SpawnedServer,
  { secretKey }: TestDatabase,
  path: string,
  body: string | FormData,
) => {
  const json: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const response = await fetch(`${server.url}/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, ...json },
    body,
  })
  assert.equal(response.status, 200, await response.clone().text())
  return response.json()
}

async function newUser(server: SpawnedServer, database: TestDatabase, name: string) {
  return call(server, database, '/users', JSON.stringify({ username: name }))
}

const upload = async (server: SpawnedServer, database: TestDatabase, id: string): Promise<string> => {
  const form = pictureForm(anyPicture())
  const { image_url } = await call(server, database, `/users/${id}/profile_image`, form)
  return image_url.split('/').at(-1)
}

const statusAt = async (server: SpawnedServer, id: string) =>
  (await fetch(`${server.url}/images/${id}`)).status

async function until(holds: () => Promise<boolean>): Promise<void> {
  const givenUpAt = Date.now() + 10_000
  while (!(await holds())) {
    assert.ok(Date.now() < givenUpAt, 'it never came')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The servers that a test has started; a test that fails must not leave one behind. */
const running = new Set<SpawnedServer>()
async function start(options: Parameters<typeof spawnBartleby>[0]): Promise<SpawnedServer> {
  const server = await spawnBartleby(options)
  running.add(server)
  return server
}

async function withDatabase(engine: Engine, run: (database: TestDatabase) => Promise<void>) {
  const database = await freshDatabase(engine)
  try {
    await run(database)
  } finally {
    for (const server of running) server.kill('SIGKILL')
    running.clear()
    await database.remove()
  }
}

for (const engine of engines)
  test(`[IMG-9] a start removes the files that no user has, and spares those of users and uploads (${engine})`, () =>
    withDatabase(engine, async (database) => {
      const first = await start({ database })
      const user = await newUser(first, database, 'kept')
      const kept = await upload(first, database, user.id)
      const other = await upload(first, database, (await newUser(first, database, 'aside')).id)
      first.kill('SIGKILL')
      await first.exited
      const folder = join(database.data, 'images')
      const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
      const orphan = imageIdOf(Buffer.from('orphan'))
      const young = imageIdOf(Buffer.from('young'))
      const going = imageIdOf(Buffer.from('going'))
      for (const name of [`${orphan}.webp`, `${young}.webp`, `${going}.webp.going`])
        await writeFile(join(folder, name), 'x')
      for (const name of [`${orphan}.webp`, `${kept}.webp`]) await utimes(join(folder, name), old, old)
      // A removal that was cut off while another user had taken the picture.
      await rename(join(folder, `${other}.webp`), join(folder, `${other}.webp.going`))
      const second = await start({ database })
      try {
        const wanted = [kept, other, young].map((id) => `${id}.webp`).sort()
        await until(async () => (await readdir(folder)).sort().join() === wanted.join())
        assert.equal(await statusAt(second, kept), 200)
        assert.equal(await statusAt(second, other), 200)
      } finally {
        second.kill('SIGTERM')
        assert.equal((await second.exited).code, 0)
      }
    }))

test("[IMG-10] servers that share a bucket show each other's pictures", async () => {
  await withDatabase(engines.at(-1)!, async (database) => {
    const elsewhere = await freshDatabase('sqlite')
    const bucket = await startBucketServer(join(elsewhere.data, 's3'))
    const env = {
      BARTLEBY_IMAGES_URL: `s3://pictures/auth?endpoint=http://127.0.0.1:${bucket.port}`,
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    }
    const servers = [await start({ database, env }), await start({ database, env })] as const
    try {
      const user = await newUser(servers[0], database, 'shared')
      const before = await upload(servers[0], database, user.id)
      assert.equal(await statusAt(servers[1], before), 200)
      const after = await upload(servers[1], database, user.id)
      assert.equal(await statusAt(servers[0], after), 200)
      assert.equal(await statusAt(servers[0], before), 404)
      assert.deepEqual(await readdir(join(database.data, 'images')).catch(() => []), [])
      await bucket.close()
      const away = await fetch(`${servers[0].url}/images/${after}`)
      assert.equal(away.status, 503)
      assert.equal(
        (
          await fetch(`${servers[0].url}/v1/users/${user.id}`, {
            headers: { authorization: `Bearer ${database.secretKey}` },
          })
        ).status,
        200,
      )
    } finally {
      for (const server of servers) server.kill('SIGKILL')
      await Promise.all(servers.map(({ exited }) => exited))
      await elsewhere.remove()
    }
  })
})
