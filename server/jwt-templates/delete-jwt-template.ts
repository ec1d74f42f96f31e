import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { deleteJWTTemplate as contract } from '#contract/jwt-templates/delete-jwt-template.ts'
import type { Input } from '#contract/operation.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownTemplate } from './get-jwt-template.ts'

export async function deleteJWTTemplate(
  world: World,
  { template_id: id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> {
  const event = eventOf(call, 'jwt_template.deleted', id, world.now(), {})
  if (!(await world.jwtTemplates.delete(id, event))) throw unknownTemplate(id)
  return { object: 'jwt_template', id, deleted: true }
}
