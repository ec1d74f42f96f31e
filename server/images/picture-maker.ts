import type { Sharp } from 'sharp'
import { createHashQueue } from '#server/credentials/hash-queue.ts'
import { Refusal } from '#server/refusal.ts'
import { outlineOf } from './picture-outline.ts'
import { type Outline, pixelsMax, refuseCostly, Unreadable } from './reading.ts'

/** What an upload becomes. */
export const storedSideMax = 1024
export const storedType = 'image/webp'
const quality = 85
const secondsMax = 8
const waitingMaxDefault = 64

export interface PictureMaker {
  /** Of an uploaded file, the square picture that is stored. Refuses what is no picture, or none that can be afforded. */
  make(upload: Buffer): Promise<Buffer>
  /** Of a stored picture, a smaller one. */
  shrink(stored: Buffer, side: number): Promise<Buffer>
  /** How many uploads were ever decoded. */
  readonly decoded: number
}

const loaders = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer'].map(
  (name) => `VipsForeignLoad${name}`,
)

/** Loaded with the first picture: the library takes memory and a part of the start. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  return sharp
}

/** Turning what was cut square and made small already: turning first would hold the whole picture. */
const upright: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.flop().rotate(270),
  6: (picture) => picture.rotate(90),
  7: (picture) => picture.flop().rotate(90),
  8: (picture) => picture.rotate(270),
}

const unreadable = (problem: string) => new Refusal('image_unreadable', { problem })

function readOutline(upload: Buffer): Outline {
  try {
    const outline = outlineOf(upload)
    if (!outline) throw new Refusal('image_format_unknown')
    refuseCostly(outline)
    return outline
  } catch (error) {
    throw error instanceof Unreadable ? unreadable(error.message) : error
  }
}

/**
 * One picture at a time is decoded, and one made smaller: the bound on memory is that of a single picture. What
 * is stored is made of pixels alone, so that nothing else of an upload outlives it; of a moving picture the first
 * frame stays.
 */
export function createPictureMaker({ waitingMax = waitingMaxDefault } = {}): PictureMaker {
  const decoding = createHashQueue({ concurrent: 1, waitingMax })
  const shrinking = createHashQueue({ concurrent: 1, waitingMax })
  let loaded: ReturnType<typeof loadSharp> | undefined
  const library = () => {
    loaded ??= loadSharp()
    return loaded
  }
  const input = {
    failOn: 'error',
    limitInputPixels: pixelsMax,
    sequentialRead: true,
    unlimited: false,
    pages: 1,
  } as const

  const decode = async ({ bytes, width, height, orientation }: Outline): Promise<Buffer> => {
    const sharp = await library()
    const side = Math.min(width, height, storedSideMax)
    try {
      const { data, info } = await sharp(bytes, input)
        .resize(side, side, { fit: 'cover' })
        .toColourspace('srgb')
        .raw()
        .timeout({ seconds: secondsMax })
        .toBuffer({ resolveWithObject: true })
      const { width, height, channels } = info
      const square = sharp(data, { raw: { width, height, channels } })
      return await (upright[orientation]?.(square) ?? square).webp({ quality }).toBuffer()
    } catch {
      // What a decoder says of a hostile file helps nobody who sent a broken one by mistake.
      throw unreadable('cannot be decoded')
    }
  }

  return {
    make: async (upload) => {
      const outline = readOutline(upload)
      return decoding.run(() => decode(outline))
    },
    shrink: (stored, side) =>
      shrinking.run(async () => {
        const sharp = await library()
        return sharp(stored, input).resize(side, side).webp({ quality }).toBuffer()
      }),
    get decoded() {
      return decoding.begun
    },
  }
}
