import type { Settings } from '#server/settings/settings.ts'
import type { World } from '#server/world.ts'
import type { StoredSettings } from './instance-settings-store.ts'
import { settledWith } from './settled-with.ts'

/** The lists of identifiers are those of the settings file. */
export type EffectiveRestrictions = Settings['restrictions'] & {
  /** True: who has an account may sign in, whatever the lists say. Only the API sets it. */
  readonly allowlist_blocklist_disabled_on_sign_in: boolean
}

/** What holds with these changes of the API, for those who hold them. */
export function restrictionsWith(world: World, stored: StoredSettings): EffectiveRestrictions {
  const settled = settledWith(world, stored)
  const { restrictions: file } = world.settings
  const enabled = <K extends keyof Settings['restrictions']>(name: K): Settings['restrictions'][K] => ({
    ...file[name],
    enabled: settled(`restrictions.${name}.enabled`, file[name].enabled),
  })
  return {
    allowlist: enabled('allowlist'),
    blocklist: enabled('blocklist'),
    block_email_subaddresses: enabled('block_email_subaddresses'),
    block_disposable_email_domains: enabled('block_disposable_email_domains'),
    allowlist_blocklist_disabled_on_sign_in: settled(
      'restrictions.allowlist_blocklist_disabled_on_sign_in',
      false,
    ),
  }
}

/** Who may come in to this instance, at this moment. */
export const effectiveRestrictions = async (world: World): Promise<EffectiveRestrictions> =>
  restrictionsWith(world, await world.instanceSettings.all())
