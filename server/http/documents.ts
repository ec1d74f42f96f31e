import type { FastifyInstance } from 'fastify'
import { openApiDocument } from '#contract/openapi.ts'
import { drawDefaultPicture } from '#server/images/default-picture.ts'
import { Refusal } from '#server/refusal.ts'
import { docsAssets, docsPage, docsPolicy } from './docs/page.ts'
import type { ListenerOptions } from './listener-options.ts'
import { sendJson } from './send-json.ts'

const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
const nosniff = { 'x-content-type-options': 'nosniff' }

/** What needs no key: health, the two forms of the reference, and the pictures of users who have none. */
export function addDocuments(app: FastifyInstance, options: ListenerOptions): void {
  // Made at the first request: only a server that listens knows its address in every case.
  let made: { page: string; document: string } | undefined
  const documents = () => {
    const about = { serverUrl: options.world.publicUrl, version: options.version }
    made ??= { page: docsPage(about), document: JSON.stringify(openApiDocument(about)) }
    return made
  }

  app.get('/health', async (_request, reply) => {
    await options.ping()
    return sendJson(reply.header('cache-control', 'no-store'), '{"status":"ok"}')
  })
  app.get('/openapi.json', async (_request, reply) => sendJson(reply, documents().document))
  app.get('/docs', async (_request, reply) =>
    reply
      .headers({
        ...nosniff,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': docsPolicy,
      })
      .send(documents().page),
  )
  app.get('/docs/', async (_request, reply) => reply.redirect('/docs', 308))
  for (const [path, asset] of Object.entries(docsAssets))
    app.get(path, async (_request, reply) =>
      reply.headers({ ...nosniff, 'content-type': asset.contentType }).send(asset.body),
    )
  app.get('/images/:drawn', async (request, reply) => {
    const svg = drawDefaultPicture((request.params as { drawn: string }).drawn)
    if (!svg) throw new Refusal('image_not_found')
    return reply
      .headers({
        ...nosniff,
        'content-type': 'image/svg+xml',
        'content-security-policy': picturePolicy,
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .send(svg)
  })
}
