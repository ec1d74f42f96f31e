import type { FastifyInstance, FastifyReply } from 'fastify'
import { drawDefaultPicture } from '#server/images/default-picture.ts'
import { isImageId } from '#server/images/image-id.ts'
import { storedSideMax, storedType } from '#server/images/picture-maker.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'

const headers = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'cross-origin',
}
const drawnPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
const storedPolicy = "default-src 'none'; sandbox"

/** The only sizes that are made: a caller who asks for a thousand others makes no work. */
const sides = [64, 128, 256, 512]
const rememberedBytesMax = 16 * 1024 * 1024

/** The smallest of the sizes that has all pixels that were asked for; whatever else is asked for changes nothing. */
function sideOf(address: string): number {
  const query = new URLSearchParams(address.split('?')[1])
  const asked = ['width', 'height'].map((name) => Number(query.get(name)))
  const most = Math.max(...asked.filter((pixels) => Number.isInteger(pixels) && pixels > 0))
  return sides.find((side) => side >= most && most > 0) ?? storedSideMax
}

/** Small pictures that were made, up to a number of bytes; the one that was not asked for the longest goes first. */
function rememberer() {
  const remembered = new Map<string, Promise<Buffer>>()
  let bytes = 0
  const forget = async (key: string) => {
    const picture = remembered.get(key)
    remembered.delete(key)
    bytes -= (await picture)?.length ?? 0
  }
  return (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = remembered.get(key)
    if (known) {
      remembered.delete(key)
      remembered.set(key, known)
      return known
    }
    const made = make()
    remembered.set(key, made)
    made.then(
      (picture) => {
        bytes += picture.length
        for (const oldest of remembered.keys()) {
          if (bytes <= rememberedBytesMax) break
          void forget(oldest)
        }
      },
      () => remembered.delete(key),
    )
    return made
  }
}

function sendDrawn(reply: FastifyReply, address: string): FastifyReply {
  const svg = drawDefaultPicture(address)
  if (!svg) throw new Refusal('image_not_found')
  return reply
    .headers({ ...headers, 'content-type': 'image/svg+xml', 'content-security-policy': drawnPolicy })
    .send(svg)
}

/** The pictures behind `image_url`, uploaded or drawn. Whoever has the address may look. */
export function addPictures(app: FastifyInstance, world: World): void {
  const remember = rememberer()
  app.get('/images/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    if (!isImageId(id)) return sendDrawn(reply, id)
    const stored = await world.images.find(id)
    if (!stored) throw new Refusal('image_not_found')
    const side = sideOf(request.raw.url ?? '')
    const picture =
      side === storedSideMax
        ? stored
        : await remember(`${id} ${side}`, () => world.pictures.shrink(stored, side))
    return reply
      .headers({
        ...headers,
        'content-type': storedType,
        'content-security-policy': storedPolicy,
        'content-disposition': `inline; filename="${id}.webp"`,
      })
      .send(picture)
  })
}
