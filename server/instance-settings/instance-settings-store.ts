import type { NewEvent } from '#server/events/event.ts'

/** What the API has changed, by the path that the settings file would have: `organizations.enabled`. */
export type StoredSettings = ReadonlyMap<string, unknown>

/** The settings while they are held: whoever else changes settings or roles waits, and then sees this. */
export interface HeldSettings {
  readonly settings: StoredSettings
  store(values: StoredSettings, at: number): Promise<void>
  record(event: NewEvent): Promise<void>
}

export interface InstanceSettingsStore {
  all(): Promise<StoredSettings>
  /** Runs `work` in one transaction; a conflict between transactions repeats it. */
  hold<T>(work: (held: HeldSettings) => Promise<T>): Promise<T>
}
