import { readFileSync } from 'node:fs'

/** What a process has used so far, of all threads and of its main thread, and when that was. */
export interface Use {
  readonly at_ms: number
  readonly cpu_ms: number
  readonly main_ran_ms: number
  readonly main_waited_ms: number
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

export function useOf(pid: number): Use {
  const stat = kernelCounts(`/proc/${pid}/stat`)
  // The name of the program stands in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [ran, waited] = kernelCounts(`/proc/${pid}/task/${pid}/schedstat`).split(' ').map(Number)
  return {
    at_ms: performance.now(),
    cpu_ms: (Number(fields[11]) + Number(fields[12])) * tickMs,
    main_ran_ms: ran! / 1e6,
    main_waited_ms: waited! / 1e6,
  }
}

export interface Shares {
  readonly server_cores: number
  readonly main_running: number
  readonly main_waiting: number
}

export function sharesOf(before: Use, after: Use): Shares {
  const ms = after.at_ms - before.at_ms
  return {
    server_cores: (after.cpu_ms - before.cpu_ms) / ms,
    main_running: (after.main_ran_ms - before.main_ran_ms) / ms,
    main_waiting: (after.main_waited_ms - before.main_waited_ms) / ms,
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
