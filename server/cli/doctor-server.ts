import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import type { Inspection } from '#server/storage/inspect.ts'

const apartMaxMs = 60_000
const answerMaxMs = 3000

const clock = checksOf('clock')
const secondsOf = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`

export function checkClock(now: number, { newestAt }: Pick<Inspection, 'newestAt'>): Check {
  const behind = newestAt === undefined ? 0 : newestAt - now
  if (behind <= apartMaxMs) return clock.ok(`${new Date(now).toISOString()}, not before the newest record`)
  return clock.problem(
    `${new Date(now).toISOString()} is ${secondsOf(behind)} before the newest record`,
    "set this machine's clock: dates of new records would lie in the past",
  )
}

function checkDate(header: string | null, now: number): Check[] {
  const apart = header === null ? Number.NaN : Math.abs(Date.parse(header) - now)
  if (Number.isNaN(apart)) return []
  if (apart <= apartMaxMs) return [clock.ok('as that of the server that answers')]
  return [
    clock.problem(
      `differs by ${secondsOf(apart)} from that of the server that answers`,
      'set the clocks of both machines',
    ),
  ]
}

/** Whether the server answers where apps are told that it does. */
export async function checkServer(publicUrl: string): Promise<Check[]> {
  const { ok, warning, problem } = checksOf('server')
  if (!publicUrl)
    return [warning('its address is not known with BARTLEBY_PORT=0', 'set BARTLEBY_PUBLIC_URL or a port')]
  const address = `${publicUrl}/health`
  let response: Response
  try {
    const signal = AbortSignal.timeout(answerMaxMs)
    response = await fetch(address, { signal, redirect: 'manual' })
  } catch {
    return [warning(`nobody answers at ${address}`, 'start the server, or correct BARTLEBY_PUBLIC_URL')]
  }
  const body = await response.text().catch(() => '')
  const date = checkDate(response.headers.get('date'), Date.now())
  if (response.status === 200 && body === '{"status":"ok"}') return [ok(`${address} answers`), ...date]
  return [
    problem(
      `${address} answers ${response.status}, not as a healthy Bartleby does`,
      'look into the log of the server, or correct BARTLEBY_PUBLIC_URL',
    ),
    ...date,
  ]
}
