/** What one round of one row has measured. Shares are parts of one core: 1 is a core that never rests. */
export interface Round {
  readonly per_second: number
  /** Absent where nothing is asked over HTTP. */
  readonly p50_ms?: number
  readonly p99_ms?: number
  /** All threads of the measured process together: more than 1 where hashes run in the thread pool. */
  readonly server_cores: number
  readonly main_running: number
  /** How many of its threads were ready to run and had no core, on average. */
  readonly threads_waiting: number
  /** The busiest thread of the load generators; absent where there is none. */
  readonly generator_core?: number
  readonly rss_mb: number
  readonly errors: number
}

export interface Row extends Round {
  readonly cpu_ms_per_request: number
  readonly counts: boolean
  /** Why it does not count, or what the figure is limited by. */
  readonly remark: string
  readonly rounds: readonly Round[]
}

export interface Ratio {
  readonly name: string
  readonly value: number
  readonly lowest: number
  readonly highest: number
  /** The same by processor time per request, which others on the machine disturb less. */
  readonly by_cpu: number
  readonly at_least?: number
  /** Whether both rows count. */
  readonly counts: boolean
}

const serverCoreMin = 0.95
const generatorCoreMax = 0.8

/** The value below which the share of the figures lies. */
export function quantile(figures: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(figures).sort()
  if (sorted.length === 0) throw new Error('no figures')
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Of an even number of figures, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  if (figures.length === 0) throw new Error('no figures')
  const sorted = figures.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export const rounded = (figure: number, digits = 2): number => Number(figure.toFixed(digits))

const percent = (share: number) => `${Math.round(share * 100)} %`

const crowd = (threads: number) => `${rounded(threads, 1)} threads were waiting for a core`

/** What kept the process from working all the time. */
function idleReason({ main_running, threads_waiting }: Round, waitsFor: string | undefined): string {
  const asleep = Math.max(0, 1 - main_running - threads_waiting)
  if (threads_waiting > asleep) return crowd(threads_waiting)
  return `its main thread slept ${percent(asleep)} of the time${waitsFor ? `: ${waitsFor}` : ''}`
}

/**
 * A row counts if the server was what limited it: it used its core, and the load generators had time left.
 * `waitsFor` says what the work waits for other than a processor.
 */
export function judge(round: Round, waitsFor?: string): Pick<Row, 'counts' | 'remark'> {
  const { errors, generator_core, server_cores } = round
  const against: string[] = []
  if (errors > 0) against.push(`${errors} errors`)
  if (generator_core !== undefined && generator_core > generatorCoreMax)
    against.push(`the load generator used ${percent(generator_core)} of its core`)
  if (server_cores < serverCoreMin)
    against.push(`used ${percent(server_cores)} of a core: ${idleReason(round, waitsFor)}`)
  if (against.length > 0) return { counts: false, remark: against.join('; ') }
  if (server_cores > 1.1) {
    const used = `used ${rounded(server_cores, 1)} cores, its thread pool included`
    return {
      counts: true,
      remark: round.threads_waiting < 0.1 ? used : `${used}; ${crowd(round.threads_waiting)}`,
    }
  }
  return { counts: true, remark: '' }
}

const cpuMsEach = ({ server_cores, per_second }: Round) => (server_cores * 1000) / per_second

/** The median round, figure by figure; errors are added up, memory is that of the last. */
export function rowOf(rounds: readonly Round[], waitsFor?: string): Row {
  const middle = (figure: (round: Round) => number) => rounded(median(rounds.map(figure)), 3)
  const ofSome = (figure: (round: Round) => number | undefined) => {
    const found = rounds.map(figure).filter((value) => value !== undefined)
    return found.length > 0 ? rounded(median(found), 3) : undefined
  }
  const round: Round = {
    per_second: middle((each) => each.per_second),
    p50_ms: ofSome((each) => each.p50_ms),
    p99_ms: ofSome((each) => each.p99_ms),
    server_cores: middle((each) => each.server_cores),
    main_running: middle((each) => each.main_running),
    threads_waiting: middle((each) => each.threads_waiting),
    generator_core: ofSome((each) => each.generator_core),
    rss_mb: rounds.at(-1)!.rss_mb,
    errors: rounds.reduce((sum, each) => sum + each.errors, 0),
  }
  return { ...round, cpu_ms_per_request: middle(cpuMsEach), ...judge(round, waitsFor), rounds }
}

/** One row by another, round by round: what slows the machine down for a while slows both. */
export function ratioOf(name: string, row: Row, by: Row, atLeast?: number): Ratio {
  const ratios = row.rounds.map((round, i) => round.per_second / by.rounds[i]!.per_second)
  return {
    name,
    value: rounded(median(ratios)),
    lowest: rounded(Math.min(...ratios)),
    highest: rounded(Math.max(...ratios)),
    by_cpu: rounded(median(row.rounds.map((round, i) => cpuMsEach(by.rounds[i]!) / cpuMsEach(round)))),
    at_least: atLeast,
    counts: row.counts && by.counts,
  }
}
