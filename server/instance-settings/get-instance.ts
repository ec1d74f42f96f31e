import type { Instance } from '#contract/instance-settings/instance.ts'
import type { World } from '#server/world.ts'

export async function getInstance(world: World): Promise<Instance> {
  return {
    object: 'instance',
    id: world.instanceId,
    environment_type: world.environment === 'live' ? 'production' : 'development',
    allowed_origins: world.settings.allowed_origins,
    workspace_id: null,
  }
}
