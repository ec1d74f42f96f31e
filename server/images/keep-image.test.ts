import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { imageFolder } from '#server/storage/image-folder.ts'
import type { World } from '#server/world.ts'
import { imageIdOf } from './image-id.ts'
import { dropUnusedImage, givingImage } from './keep-image.ts'

const bytes = Buffer.from('a picture')
const id = imageIdOf(bytes)
const nobody = { image_id: null }

/** A real folder, beside rows of which each look sees what `anyoneHas` says. */
async function withFolder(anyoneHas: () => boolean, run: (world: World) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bartleby-keep-'))
  try {
    await run({
      images: imageFolder(folder),
      users: { anyoneHas: async () => anyoneHas() },
      organizations: { anyoneHas: async () => false },
    } as unknown as World)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('[IMG-8] a picture whose file goes before its row is there has its file again', async () => {
  let isRow = false
  await withFolder(
    () => isRow,
    async (world) => {
      await givingImage(world, id, bytes, async (imageOf) => {
        assert.deepEqual(imageOf(nobody), { image_id: id })
        await dropUnusedImage(world, id)
        assert.equal(await world.images.has(id), false)
        isRow = true
        return nobody
      })
      assert.deepEqual(await world.images.find(id), bytes)
    },
  )
})

test('[IMG-8] a picture that is taken while its file goes keeps it', async () => {
  const looks = [false, true]
  await withFolder(
    () => looks.shift()!,
    async (world) => {
      await world.images.keep(id, bytes)
      await dropUnusedImage(world, id)
      assert.deepEqual(await world.images.find(id), bytes)
      assert.deepEqual(looks, [])
    },
  )
})

test('[IMG-8] a picture whose row is refused leaves no file', async () => {
  await withFolder(
    () => false,
    async (world) => {
      const refused = givingImage(world, id, bytes, async () => {
        throw new Error('refused')
      })
      await assert.rejects(refused, /refused/)
      assert.equal(await world.images.has(id), false)
    },
  )
})
