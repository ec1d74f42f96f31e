import type { Input } from '#contract/operation.ts'
import type { listRedirectURLs as contract } from '#contract/redirect-urls/list-redirect-urls.ts'
import { askedPage } from '#server/read-page.ts'
import type { World } from '#server/world.ts'
import type { RedirectUrl } from './redirect-url.ts'

export interface RedirectUrlList {
  readonly redirectUrls: readonly RedirectUrl[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

export async function listRedirectURLs(
  world: World,
  input: Input<typeof contract>,
): Promise<RedirectUrlList> {
  const total = input.paginated ? await world.redirectUrls.count() : undefined
  return { redirectUrls: await world.redirectUrls.list(askedPage(input)), total }
}
