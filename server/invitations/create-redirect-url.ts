import type { Input } from '#contract/operation.ts'
import type { createRedirectURL as contract } from '#contract/redirect-urls/create-redirect-url.ts'
import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { RedirectUrl } from './redirect-url.ts'
import { readRedirectUrl } from './redirect-urls.ts'

const expected =
  'an absolute URL with http, https or the scheme of an app, without a fragment, a user, white space, backslashes or dot segments'

export async function createRedirectURL(
  world: World,
  { url: text }: Input<typeof contract>,
  call: Call,
): Promise<RedirectUrl> {
  const url = readRedirectUrl(text)
  if (url === undefined) throw new Refusal('form_param_format_invalid', { param: 'url', expected })
  const at = world.now()
  const redirectUrl = { id: newId('ru', at), url, created_at: at, updated_at: at }
  const event = eventOf(call, 'redirect_url.created', redirectUrl.id, at, {})
  if ((await world.redirectUrls.insert(redirectUrl, event)) === 'taken')
    throw new Refusal('duplicate_record', { what: `The redirect URL ${url}` })
  return redirectUrl
}
