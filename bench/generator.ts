/**
 * One load generator, a process of its own so that it shares no thread with what it measures. Started by
 * `load.ts`: is sent an order, says when it is ready, fires when told to, and sends back what it saw.
 */
import autocannon from 'autocannon'
import { residentMb, type Shares, sharesOf, type Use, useOf } from './processor-use.ts'

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  /** `[<id>]` in it becomes another text with every request. */
  readonly body?: string
}

export interface Order {
  readonly url: string
  /** Whose processor time is taken. */
  readonly pid: number
  readonly headers: Record<string, string>
  readonly calls: readonly Call[]
  readonly connections: number
  readonly seconds: number
}

export interface Seen extends Shares {
  readonly ms: number
  readonly latencies_ms: Float64Array
  readonly generator_core: number
  readonly rss_mb: number
  readonly errors: number
  /** How many answers had which status. */
  readonly statuses: Record<string, number>
}

/** Until every connection is open and the first wave of requests has passed, nothing is counted. */
const settlingMs = 300

function fire(order: Order): Promise<Seen> {
  const { url, pid, headers, connections, seconds } = order
  // Every connection has calls of its own: with a common list all would ask for the same at the same time.
  const calls = order.calls.map((call) => ({ ...call, headers }))
  let connected = 0
  const latencies: number[] = []
  let begun: { server: Use; own: Use } | undefined
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds + settlingMs / 1000,
        sampleInt: 50,
        idReplacement: calls.some(({ body }) => body?.includes('[<id>]')),
        requests: [calls[0]!],
        setupClient: (client) => {
          const mine = connected++
          client.setRequests(calls.filter((_, i) => i % connections === mine))
        },
      },
      (error, result) => {
        if (error) return reject(error)
        const { server, own } = begun!
        const shares = sharesOf(server, useOf(pid))
        const generator = sharesOf(own, useOf(process.pid))
        resolve({
          ...shares,
          ms: performance.now() - server.at_ms,
          latencies_ms: Float64Array.from(latencies),
          generator_core: generator.main_running,
          rss_mb: residentMb(pid),
          errors: result.errors + result.non2xx,
          statuses: Object.fromEntries(
            Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
          ),
        })
      },
    )
    run.on('response', (_client, _status, _bytes, ms) => {
      if (begun) latencies.push(ms)
    })
    setTimeout(() => {
      begun = { server: useOf(pid), own: useOf(process.pid) }
    }, settlingMs)
  })
}

let order: Order
process.on('message', async (message: Order | 'fire') => {
  if (message !== 'fire') {
    order = message
    process.send!('ready')
    return
  }
  const seen = await fire(order)
  process.send!(seen, () => process.disconnect())
})
