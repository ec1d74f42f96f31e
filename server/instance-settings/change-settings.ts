import { type Problem, problem, refuseAny } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { HeldSettings, StoredSettings } from './instance-settings-store.ts'

/** One value that a body asks for. */
export interface AskedSetting {
  /** The parameter of the body. */
  readonly param: string
  /** In the settings file. */
  readonly path: string
  readonly before: unknown
  /** Undefined or null: not asked for. */
  readonly after: unknown
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const fixedByFile = (param: string, path: string): Problem =>
  problem('form_param_value_invalid', {
    param,
    problem: `cannot be changed here: the settings file decides, by ${path}`,
  })

/** Stores what differs from what holds, with its record; what equals it needs no change, whoever decides it. */
export async function changeSettings(
  world: World,
  call: Call,
  held: HeldSettings,
  asked: readonly AskedSetting[],
): Promise<StoredSettings> {
  const changes = asked.filter(
    ({ before, after }) => after !== undefined && after !== null && !isSame(before, after),
  )
  refuseAny(
    changes
      .filter(({ path }) => world.givenSettings.has(path))
      .map(({ param, path }) => fixedByFile(param, path)),
  )
  if (changes.length === 0) return held.settings
  const at = world.now()
  const values = new Map(changes.map(({ path, after }) => [path, after]))
  await held.store(values, at)
  const details = { changed: changes.map(({ path }) => path) }
  await held.record(eventOf(call, 'instance.settings.updated', world.instanceId, at, details))
  return new Map([...held.settings, ...values])
}
