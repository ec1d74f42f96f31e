import type { InstanceSettingsStore } from '#server/instance-settings/instance-settings-store.ts'
import type { Database } from './database.ts'
import { holdSettings, readStored, selectSettings } from './held-settings.ts'

export function instanceSettingsStore(database: Database): InstanceSettingsStore {
  const everySetting = selectSettings(database.dialect.kysely).compile()
  return {
    all: async () => readStored(await database.answer(everySetting)),
    hold: (work) => database.write(async (transaction) => work(await holdSettings(transaction))),
  }
}
