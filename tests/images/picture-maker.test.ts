import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { createPictureMaker } from '#server/images/picture-maker.ts'
import { Refusal } from '#server/refusal.ts'
import { hostilePictures, payload } from './hostile-pictures.ts'

const pictures = await hostilePictures()
const maker = createPictureMaker()

for (const { name, kind, bytes, outcome } of pictures)
  test(`[IMG-6] ${kind}: ${name} is ${outcome === 'refused' ? 'refused before it is decoded' : 'harmless'}`, async () => {
    assert.ok(bytes.length <= 10 * 1024 * 1024, `${bytes.length} bytes are too many to be uploaded`)
    const before = maker.decoded
    const began = performance.now()
    const made = await maker.make(Buffer.from(bytes)).catch((error: unknown) => {
      assert.ok(error instanceof Refusal, String(error))
      return error
    })
    const took = Math.round(performance.now() - began)
    if (outcome === 'refused') {
      assert.ok(made instanceof Refusal, 'it was taken')
      assert.equal(maker.decoded, before)
      assert.ok(took < 1000, `${took} ms`)
      return
    }
    assert.equal(maker.decoded, before + 1)
    if (made instanceof Refusal) return
    const { format, width, height, pages, exif, xmp, icc } = await sharp(made).metadata()
    assert.deepEqual(
      { format, pages, exif, xmp, icc },
      { format: 'webp', pages: undefined, exif: undefined, xmp: undefined, icc: undefined },
    )
    assert.ok(width === height && width <= 1024)
    for (const trace of [payload.slice(0, 8), '<?php', 'PK\x03\x04', 'alert('])
      assert.equal(made.indexOf(trace, 0, 'latin1'), -1)
  })
