import { readdirSync, readFileSync } from 'node:fs'

/** What a process has used so far, of all threads and of its main thread, and when that was. */
export interface Use {
  readonly at_ms: number
  readonly cpu_ms: number
  readonly main_ran_ms: number
  /** All threads: how long they were ready to run and had no core. */
  readonly waited_ms: number
}

/** Linux counts in hundredths of a second, whatever its own clock ticks at. */
const tickMs = 10
const kernelCounts = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`the bench reads processor times from ${path}, which only Linux has`, { cause: error })
  }
}

/** Nanoseconds that a thread ran and waited for a core; nothing for one that has just ended. */
function scheduled(pid: number, thread: string): { ran: number; waited: number } {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    return { ran: Number(ran), waited: Number(waited) }
  } catch {
    return { ran: 0, waited: 0 }
  }
}

export function useOf(pid: number): Use {
  const stat = kernelCounts(`/proc/${pid}/stat`)
  // The name of the program stands in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => scheduled(pid, thread))
  return {
    at_ms: performance.now(),
    cpu_ms: (Number(fields[11]) + Number(fields[12])) * tickMs,
    main_ran_ms: scheduled(pid, String(pid)).ran / 1e6,
    waited_ms: threads.reduce((sum, { waited }) => sum + waited, 0) / 1e6,
  }
}

export interface Shares {
  readonly server_cores: number
  readonly main_running: number
  readonly threads_waiting: number
}

export function sharesOf(before: Use, after: Use): Shares {
  const ms = after.at_ms - before.at_ms
  return {
    server_cores: (after.cpu_ms - before.cpu_ms) / ms,
    main_running: (after.main_ran_ms - before.main_ran_ms) / ms,
    threads_waiting: (after.waited_ms - before.waited_ms) / ms,
  }
}

/** Resident memory in MB, as `ps` and `docker stats` show it. */
export function residentMb(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+)/m.exec(kernelCounts(`/proc/${pid}/status`)) ?? []
  return Math.round((Number(kib) * 1024) / 1e6)
}

/** Until the process has finished what it still had to do for callers that are gone. */
export async function untilIdle(pid: number): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const before = useOf(pid)
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (sharesOf(before, useOf(pid)).server_cores < 0.06) return
  }
}
