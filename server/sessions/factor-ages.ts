import type { Session } from './session.ts'

const minutesSince = (at: number, now: number) => Math.max(0, Math.floor((now - at) / 60_000))

/** Minutes since the first and the second factor were proved; -1 for one that was not. Answers and tokens tell the same. */
export const factorAges = ({ first_factor_at, second_factor_at }: Session, now: number): [number, number] => [
  minutesSince(first_factor_at, now),
  second_factor_at === null ? -1 : minutesSince(second_factor_at, now),
]
