import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { imageIdOf } from '#server/images/image-id.ts'
import type { ImageStore } from '#server/images/image-store.ts'
import { readImagesAddress } from '#server/settings/images-address.ts'
import { imageBucket } from '#server/storage/image-bucket.ts'
import { imageFolder } from '#server/storage/image-folder.ts'
import { StorageUnavailable } from '#server/storage/storage.ts'
import { startBucketServer } from '#tests/images/bucket-server.ts'

const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
let folder = ''
let bucketPort = 0
let bucketServer: Awaited<ReturnType<typeof startBucketServer>> | undefined

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bartleby-images-'))
  bucketServer = await startBucketServer(join(folder, 's3'))
  bucketPort = bucketServer.port
})
after(async () => {
  await bucketServer?.close()
  await rm(folder, { recursive: true, force: true })
})

function bucketAt(url: string, env: Record<string, string> = keys): ImageStore {
  const problems: string[] = []
  const address = readImagesAddress({ ...env, BARTLEBY_IMAGES_URL: url }, problems)
  assert.deepEqual(problems, [])
  return imageBucket(address!)
}

const places: Record<string, (name: string) => ImageStore> = {
  folder: (name) => imageFolder(join(folder, name)),
  bucket: (name) =>
    bucketAt(`s3://pictures/${name}?region=us-east-1&endpoint=http://127.0.0.1:${bucketPort}`),
}

async function listed(store: ImageStore) {
  const all = []
  for await (const { id, isAside, keptAt } of store.list()) {
    assert.ok(Math.abs(keptAt - Date.now()) < 60_000, String(keptAt))
    all.push(`${id}${isAside ? ' aside' : ''}`)
  }
  return all.sort()
}

for (const [place, open] of Object.entries(places)) {
  test(`[IMG-9] the ${place} gives back what it has kept, to every server that uses it`, async () => {
    const [store, other] = [open('kept'), open('kept')]
    assert.deepEqual(await listed(store), [])
    const bytes = Buffer.from('a picture')
    const id = imageIdOf(bytes)
    assert.equal(await store.find(id), undefined)
    assert.equal(await store.has(id), false)
    await Promise.all([store.keep(id, bytes), other.keep(id, bytes)])
    await store.keep(id, bytes)
    assert.deepEqual(await other.find(id), bytes)
    assert.equal(await other.has(id), true)
    assert.deepEqual(await listed(other), [id])
  })

  test(`[IMG-9] the ${place} can bring back what it has set aside, until it is discarded`, async () => {
    const store = open('aside')
    const bytes = Buffer.from('another')
    const id = imageIdOf(bytes)
    await store.keep(id, bytes)
    await store.setAside(id)
    assert.equal(await store.has(id), false)
    assert.equal(await store.find(id), undefined)
    assert.deepEqual(await listed(store), [`${id} aside`])
    await store.bringBack(id)
    assert.deepEqual(await store.find(id), bytes)
    await store.setAside(id)
    await store.discard(id)
    assert.deepEqual(await listed(store), [])
    // What is not there can be neither moved nor discarded, and that is no failure.
    await store.setAside(id)
    await store.bringBack(id)
    await store.discard(id)
    assert.equal(await store.has(id), false)
  })
}

test('[IMG-9] a file of the folder is private, whole and without remains', async () => {
  const path = join(folder, 'private')
  const store = imageFolder(path)
  const bytes = Buffer.from('private')
  await store.keep(imageIdOf(bytes), bytes)
  const names = await readdir(path)
  assert.deepEqual(names, [`${imageIdOf(bytes)}.webp`])
  assert.equal((await stat(join(path, names[0]!))).mode & 0o777, 0o600)
  assert.deepEqual(await readFile(join(path, names[0]!)), bytes)
})

test('[IMG-9] what a crash has left half written goes, files of others stay', async () => {
  const path = join(folder, 'remains')
  const store = imageFolder(path)
  const bytes = Buffer.from('kept')
  await store.keep(imageIdOf(bytes), bytes)
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
  for (const name of ['img_x.webp.1.abcd.tmp', 'new.tmp', 'notes.txt']) await writeFile(join(path, name), 'x')
  await utimes(join(path, 'img_x.webp.1.abcd.tmp'), old, old)
  await utimes(join(path, 'notes.txt'), old, old)
  assert.deepEqual(await listed(store), [imageIdOf(bytes)])
  assert.deepEqual((await readdir(path)).sort(), [`${imageIdOf(bytes)}.webp`, 'new.tmp', 'notes.txt'])
})

test('[IMG-10] a bucket that is away or unknown is a storage that is away, and tells no key', async () => {
  const stores = [
    bucketAt('s3://pictures?endpoint=http://127.0.0.1:1'),
    bucketAt(`s3://nobodys?endpoint=http://127.0.0.1:${bucketPort}`),
    bucketAt(`s3://pictures?endpoint=http://127.0.0.1:${bucketPort}`, {
      AWS_ACCESS_KEY_ID: 'canary-id',
      AWS_SECRET_ACCESS_KEY: 'canary-key',
    }),
  ]
  for (const [i, store] of stores.entries())
    await assert.rejects(store.keep(imageIdOf(Buffer.from('x')), Buffer.from('x')), (error: Error) => {
      assert.ok(error instanceof StorageUnavailable, `${i} ${error}`)
      assert.doesNotMatch(`${error.message} ${error.cause}`, /canary/)
      return true
    })
})

test('an address of a bucket is read whole or refused', () => {
  const read = (env: Record<string, string>) => {
    const problems: string[] = []
    return { address: readImagesAddress(env, problems), problems }
  }
  assert.deepEqual(read({}), { address: undefined, problems: [] })
  assert.deepEqual(read({ BARTLEBY_IMAGES_URL: 's3://pictures', AWS_REGION: 'eu-central-1' }).address, {
    bucket: 'pictures',
    prefix: '',
    region: 'eu-central-1',
  })
  const whole = {
    ...keys,
    AWS_SESSION_TOKEN: 't',
    BARTLEBY_IMAGES_URL: 's3://pictures/a/b/?region=x&endpoint=https://s3.example.com',
  }
  assert.deepEqual(read(whole).address, {
    bucket: 'pictures',
    prefix: 'a/b/',
    region: 'x',
    endpoint: 'https://s3.example.com',
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', sessionToken: 't' },
  })
  for (const url of [
    'pictures',
    'https://pictures',
    's3://',
    's3://UPPER_case',
    's3://k:secret@pictures',
    's3://pictures?endpoint=ftp://x',
    's3://pictures?key=1',
  ]) {
    const { address, problems } = read({ BARTLEBY_IMAGES_URL: url })
    assert.equal(address, undefined, url)
    assert.equal(problems.length, 1, url)
    assert.doesNotMatch(problems[0]!, /secret/)
  }
  assert.match(
    read({ BARTLEBY_IMAGES_URL: 's3://pictures', AWS_ACCESS_KEY_ID: 'x' }).problems[0]!,
    /together/,
  )
})
