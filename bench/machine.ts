import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { rounded } from './figures.ts'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memory_gib: number
  readonly node: string
}

export const machine = (): Machine => ({
  cpu: cpus()[0]!.model,
  cores: availableParallelism(),
  memory_gib: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

/** With a plus sign if files differ from it. */
export function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+')
}

/** How much of all cores is in use, over two seconds in which the bench itself does nothing. */
export async function busyShare(): Promise<number> {
  const times = () => cpus().map((core) => core.times)
  const all = ({ user, nice, sys, idle, irq }: ReturnType<typeof times>[number]) =>
    user + nice + sys + idle + irq
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
  const before = times()
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const after = times()
  const passed = sum(after.map(all)) - sum(before.map(all))
  const idle = sum(after.map((core) => core.idle)) - sum(before.map((core) => core.idle))
  return rounded(1 - idle / passed)
}
