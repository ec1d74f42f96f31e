import type { createJWTTemplate as contract } from '#contract/jwt-templates/create-jwt-template.ts'
import type { Input } from '#contract/operation.ts'
import { newId } from '#server/ids.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { changedTemplate, emptyTemplate, refuseTemplate, takenName } from './check-template.ts'
import type { JwtTemplate } from './jwt-template.ts'

export async function createJWTTemplate(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<JwtTemplate> {
  refuseTemplate(input)
  const at = world.now()
  const empty = emptyTemplate(newId('jtmp', at), input.name, input.claims, at)
  const template = changedTemplate(world.vault, empty, input)
  const event = eventOf(call, 'jwt_template.created', template.id, at, { name: template.name })
  if ((await world.jwtTemplates.insert(template, event)) === 'taken') throw takenName()
  return template
}
