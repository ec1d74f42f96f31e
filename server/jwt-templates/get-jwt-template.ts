import type { getJWTTemplate as contract } from '#contract/jwt-templates/get-jwt-template.ts'
import type { Input } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { JwtTemplate } from './jwt-template.ts'

export const unknownTemplate = (id: string) =>
  new Refusal('resource_not_found', { resource: 'JWT template', id })

export async function getJWTTemplate(world: World, input: Input<typeof contract>): Promise<JwtTemplate> {
  const template = await world.jwtTemplates.find(input.template_id)
  if (!template) throw unknownTemplate(input.template_id)
  return template
}
