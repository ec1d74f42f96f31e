import type { FastifyInstance } from 'fastify'
import { openApiDocument } from '#contract/openapi.ts'
import { openApiFrontendDocument } from '#contract/openapi-frontend.ts'
import { docsAssets, docsPage, docsPolicy } from './docs/page.ts'
import type { ListenerOptions } from './listener-options.ts'
import { sendJson } from './send-json.ts'

const nosniff = { 'x-content-type-options': 'nosniff' }

/** What needs no key beside the pictures: health, and the two forms of the reference. */
export function addDocuments(app: FastifyInstance, options: ListenerOptions): void {
  // Made at the first request: only a server that listens knows its address in every case.
  let made: { page: string; document: string; frontend: string } | undefined
  const documents = () => {
    const about = { serverUrl: options.world.publicUrl, version: options.version }
    made ??= {
      page: docsPage(about),
      document: JSON.stringify(openApiDocument(about)),
      frontend: JSON.stringify(openApiFrontendDocument(about)),
    }
    return made
  }

  app.get('/health', async (_request, reply) => {
    await options.ping()
    return sendJson(reply.header('cache-control', 'no-store'), '{"status":"ok"}')
  })
  app.get('/openapi.json', async (_request, reply) => sendJson(reply, documents().document))
  app.get('/openapi-frontend.json', async (_request, reply) => sendJson(reply, documents().frontend))
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
}
