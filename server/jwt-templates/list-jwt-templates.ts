import type { listJWTTemplates as contract } from '#contract/jwt-templates/list-jwt-templates.ts'
import type { Input } from '#contract/operation.ts'
import type { World } from '#server/world.ts'
import type { JwtTemplate } from './jwt-template.ts'

const limitDefault = 10
const limitMax = 500

/** All of them, unless a page is asked for in whatever way. */
export function listJWTTemplates(world: World, input: Input<typeof contract>): Promise<JwtTemplate[]> {
  const { paginated, limit = limitDefault, offset = 0 } = input
  if (!paginated && input.limit === undefined && input.offset === undefined) return world.jwtTemplates.list()
  const isSize = limit >= 1 && limit <= limitMax
  return world.jwtTemplates.list({ limit: isSize ? limit : limitDefault, offset: Math.max(0, offset) })
}
