import type { listJWTTemplates as contract } from '#contract/jwt-templates/list-jwt-templates.ts'
import type { Input } from '#contract/operation.ts'
import type { World } from '#server/world.ts'
import type { JwtTemplate } from './jwt-template.ts'

const limitDefault = 10
const limitMax = 500

export interface JwtTemplateList {
  readonly templates: readonly JwtTemplate[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

/** All of them, unless a page is asked for in whatever way. */
export async function listJWTTemplates(
  world: World,
  input: Input<typeof contract>,
): Promise<JwtTemplateList> {
  const { paginated, limit = limitDefault, offset = 0 } = input
  if (!paginated && input.limit === undefined && input.offset === undefined)
    return { templates: await world.jwtTemplates.list(), total: undefined }
  const size = limit >= 1 && limit <= limitMax ? limit : limitDefault
  const total = paginated ? await world.jwtTemplates.count() : undefined
  return { templates: await world.jwtTemplates.list({ limit: size, offset: Math.max(0, offset) }), total }
}
