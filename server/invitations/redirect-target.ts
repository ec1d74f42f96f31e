import { type Problem, problem } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import { isListedRedirect } from './redirect-urls.ts'

const lengthMax = 2048

function isWebAddress(text: string): boolean {
  if (text.length > lengthMax || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

/**
 * What is wrong with the address that whoever accepts an invitation is sent on to. A live server sends people to no
 * other place than the operator's own: a link in its mail would lend its name to a stranger's page.
 */
export async function redirectProblems(world: World, url: string): Promise<Problem[]> {
  const param = 'redirect_url'
  if (await isListedRedirect(world, url)) return []
  if (!isWebAddress(url))
    return [
      problem('form_param_format_invalid', {
        param,
        expected: 'an absolute URL with http or https, or a listed redirect URL',
      }),
    ]
  if (world.environment === 'test' || world.settings.allowed_origins.includes(new URL(url).origin)) return []
  return [
    problem('form_param_value_invalid', {
      param,
      problem: 'must lie at one of the allowed origins or be a listed redirect URL',
    }),
  ]
}
