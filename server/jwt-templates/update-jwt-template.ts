import type { updateJWTTemplate as contract } from '#contract/jwt-templates/update-jwt-template.ts'
import type { Input } from '#contract/operation.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { changedTemplate, refuseTemplate, takenName } from './check-template.ts'
import { unknownTemplate } from './get-jwt-template.ts'
import type { JwtTemplate } from './jwt-template.ts'

/** The names of what differs; a key is told by name alone. */
const changedFields = (before: JwtTemplate, after: JwtTemplate) =>
  Object.keys(after).filter((key) => after[key as keyof JwtTemplate] !== before[key as keyof JwtTemplate])

export async function updateJWTTemplate(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<JwtTemplate> {
  refuseTemplate(input)
  const at = world.now()
  const after = await world.jwtTemplates.change(input.template_id, (before) => {
    const { id, ...changed } = changedTemplate(world.vault, before, input)
    const details = { changed: changedFields(before, { id, ...changed }) }
    return {
      change: { ...changed, updated_at: at },
      event: eventOf(call, 'jwt_template.updated', id, at, details),
    }
  })
  if (!after) throw unknownTemplate(input.template_id)
  if (after === 'taken') throw takenName()
  return after
}
