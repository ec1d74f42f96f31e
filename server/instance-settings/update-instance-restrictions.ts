import type { updateInstanceRestrictions as contract } from '#contract/instance-settings/update-instance-restrictions.ts'
import type { Input } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'
import { changeSettings } from './change-settings.ts'
import { type EffectiveRestrictions, restrictionsWith } from './effective-restrictions.ts'

export async function updateInstanceRestrictions(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<EffectiveRestrictions> {
  const stored = await world.instanceSettings.hold((held) => {
    const before = restrictionsWith(world, held.settings)
    const switches = [
      'allowlist',
      'blocklist',
      'block_email_subaddresses',
      'block_disposable_email_domains',
    ] as const
    return changeSettings(world, call, held, [
      ...switches.map((param) => ({
        param,
        path: `restrictions.${param}.enabled`,
        before: before[param].enabled,
        after: input[param],
      })),
      {
        param: 'allowlist_blocklist_disabled_on_sign_in',
        path: 'restrictions.allowlist_blocklist_disabled_on_sign_in',
        before: before.allowlist_blocklist_disabled_on_sign_in,
        after: input.allowlist_blocklist_disabled_on_sign_in,
      },
    ])
  })
  return restrictionsWith(world, stored)
}
