import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { ListName } from './listed-identifier.ts'

export async function unlistEntry(
  world: World,
  call: Call,
  list: ListName,
  id: string,
): Promise<Static<typeof DeletedObject>> {
  const object = `${list}_identifier`
  const event = eventOf(call, `${object}.deleted`, id, world.now(), {})
  if (!(await world.listedIdentifiers.delete(list, id, event)))
    throw new Refusal('resource_not_found', { resource: `${list} identifier`, id })
  return { object, id, deleted: true }
}
