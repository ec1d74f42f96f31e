import type { Input } from '#contract/operation.ts'
import type { getRedirectURL as contract } from '#contract/redirect-urls/get-redirect-url.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { RedirectUrl } from './redirect-url.ts'

export const unknownRedirectUrl = (id: string): Refusal =>
  new Refusal('resource_not_found', { resource: 'redirect url', id })

export async function getRedirectURL(world: World, { id }: Input<typeof contract>): Promise<RedirectUrl> {
  const found = await world.redirectUrls.find(id)
  if (!found) throw unknownRedirectUrl(id)
  return found
}
