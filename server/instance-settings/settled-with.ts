import type { World } from '#server/world.ts'
import type { StoredSettings } from './instance-settings-store.ts'

/**
 * Answers what holds for a path: what the settings file says; where it says nothing, what the API has stored; else the
 * default. `stored` is read from the database each time, one statement over a handful of rows: a change holds in every
 * process at once, because no process remembers the old value.
 */
export const settledWith =
  ({ givenSettings }: World, stored: StoredSettings) =>
  <T>(path: string, unlessStored: T): T =>
    givenSettings.has(path) || !stored.has(path) ? unlessStored : (stored.get(path) as T)
