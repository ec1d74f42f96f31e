import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { Input } from '#contract/operation.ts'
import type { deleteRedirectURL as contract } from '#contract/redirect-urls/delete-redirect-url.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownRedirectUrl } from './get-redirect-url.ts'

export async function deleteRedirectURL(
  world: World,
  { id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> {
  const event = eventOf(call, 'redirect_url.deleted', id, world.now(), {})
  if (!(await world.redirectUrls.delete(id, event))) throw unknownRedirectUrl(id)
  return { object: 'redirect_url', id, deleted: true }
}
