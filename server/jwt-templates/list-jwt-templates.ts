import type { listJWTTemplates as contract } from '#contract/jwt-templates/list-jwt-templates.ts'
import type { Input } from '#contract/operation.ts'
import { askedPage } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import type { JwtTemplate } from './jwt-template.ts'

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
  const total = input.paginated ? await world.jwtTemplates.count() : undefined
  return { templates: await world.jwtTemplates.list(askedPage(input)), total }
}
