import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { quantile, type Round } from './figures.ts'
import type { Call, Order, Seen } from './generator.ts'
import { untilIdle } from './processor-use.ts'

export interface Target {
  readonly url: string
  readonly pid: number
  readonly headers: Record<string, string>
}

export interface Load {
  readonly connections: number
  readonly generators: number
  readonly seconds: number
}

/** The next message of a child; its end is an error. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController()
  const end = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: ended.signal }), end])
    return message as T
  } finally {
    ended.abort()
    end.catch(() => {})
  }
}

export const forkOf = (file: string, env: Record<string, string> = {}): ChildProcess =>
  fork(join(import.meta.dirname, file), {
    serialization: 'advanced',
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)

/** What several generators have seen of one server is one round. */
export function roundOf(seen: readonly Seen[]): Round {
  const [{ server_cores, main_running, threads_waiting }] = seen as [Seen]
  const latencies = Float64Array.from(seen.flatMap((each) => [...each.latencies_ms]))
  return {
    per_second: sum(seen.map((each) => (each.latencies_ms.length * 1000) / each.ms)),
    p50_ms: quantile(latencies, 0.5),
    p99_ms: quantile(latencies, 0.99),
    server_cores,
    main_running,
    threads_waiting,
    generator_core: Math.max(...seen.map((each) => each.generator_core)),
    rss_mb: seen.at(-1)!.rss_mb,
    errors: sum(seen.map((each) => each.errors)),
  }
}

/** Sends the calls to the target for some seconds, from generators that begin together. */
export async function fireAt(target: Target, calls: readonly Call[], load: Load): Promise<Round> {
  const { generators, seconds } = load
  const connections = Math.ceil(load.connections / generators)
  const children = Array.from({ length: generators }, () => forkOf('generator.ts'))
  try {
    await Promise.all(
      children.map((child, mine) => {
        const ready = messageOf(child)
        const order: Order = {
          ...target,
          calls: calls.filter((_, i) => i % generators === mine),
          connections,
          seconds,
        }
        child.send(order)
        return ready
      }),
    )
    const seen = await Promise.all(
      children.map((child) => {
        const answer = messageOf<Seen>(child)
        child.send('fire')
        return answer
      }),
    )
    const round = roundOf(seen)
    if (round.errors > 0) console.error('  answers by status:', ...seen.map((each) => each.statuses))
    await untilIdle(target.pid)
    return round
  } finally {
    for (const child of children) child.kill()
  }
}
