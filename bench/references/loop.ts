import type { Round } from '../figures.ts'
import { residentMb, sharesOf, useOf } from '../processor-use.ts'

/** Does the work for some seconds; `work` answers how often it was done. */
export async function loopFor(seconds: number, work: () => number | Promise<number>): Promise<Round> {
  const before = useOf(process.pid)
  const end = before.at_ms + seconds * 1000
  let done = 0
  while (performance.now() < end) done += await work()
  const after = useOf(process.pid)
  return {
    per_second: (done * 1000) / (after.at_ms - before.at_ms),
    ...sharesOf(before, after),
    rss_mb: residentMb(process.pid),
    errors: 0,
  }
}
