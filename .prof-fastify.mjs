import { fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
const kinds = ['static','logger','logger nochild','reqid randomBytes','reqid uuid','3 async hooks','3 callback hooks','all as server','all lean', 'all lean + raw string']
if (process.argv[2]) {
  const kind = process.argv[2]
  const { default: Fastify, LogController } = await import('fastify'); const { pino } = await import('pino')
  const text = JSON.stringify({ a: 'x'.repeat(1680) })
  const server = kind === 'all as server', lean = kind.startsWith('all lean')
  const o = {}
  if (kind.startsWith('logger') || server || lean) { o.loggerInstance = pino({ level: 'warn' }); o.logController = new LogController({ disableRequestLogging: true }) }
  if (kind === 'logger nochild' || lean) o.childLoggerFactory = (l) => l
  if (kind === 'reqid randomBytes' || server) { o.genReqId = () => randomBytes(16).toString('hex') }
  if (kind === 'reqid uuid' || lean) o.genReqId = () => randomUUID().replaceAll('-', '')
  const app = Fastify(o)
  if (kind === '3 async hooks' || server) {
    app.addHook('onRequest', async (q, r) => { r.header('clerk-trace-id', q.id) }); app.addHook('onSend', async () => {}); app.addHook('onResponse', async (q, r) => { o.loggerInstance?.info({ trace_id: q.id, method: q.method, route: q.routeOptions.url, status: r.statusCode, ms: Math.round(r.elapsedTime*10)/10, ip: q.ip }) })
  }
  if (kind === '3 callback hooks' || lean) {
    app.addHook('onRequest', (q, r, d) => { r.header('clerk-trace-id', q.id); d() }); app.addHook('onSend', (q, r, p, d) => d()); if (!lean) app.addHook('onResponse', (q, r, d) => { d() })
  }
  app.get('/', kind.endsWith('raw string') ? (q, r) => { r.hijack(); r.raw.writeHead(200, { ...r.getHeaders(), 'content-type': 'application/json', 'content-length': text.length }); r.raw.end(text) } : (q, r) => { r.header('content-type', 'application/json').send(Buffer.from(text)) })
  process.send(await app.listen({ port: 0, host: '127.0.0.1' }))
} else {
  const { fireAt } = await import('./bench/load.ts')
  const best = {}
  for (let i = 0; i < 3; i++) for (const kind of kinds) {
    const c = fork(import.meta.filename, [kind]); const url = await new Promise(r => c.once('message', r))
    const r = await fireAt({ url, pid: c.pid, headers: {} }, Array.from({ length: 32 }, () => ({ method: 'GET', path: '/' })), { connections: 16, generators: 1, seconds: 2 })
    const us = r.server_cores * 1e6 / r.per_second; best[kind] = Math.min(best[kind] ?? 1e9, us); c.kill()
  }
  for (const k of kinds) console.log(k.padEnd(24), best[k].toFixed(1), 'us CPU (lowest of 3)')
}
