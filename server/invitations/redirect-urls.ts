import type { World } from '#server/world.ts'

const lengthMax = 2048

/** What browsers act on themselves: no app can be behind these. */
const ownSchemes = new Set(
  'about,blob,chrome,data,file,filesystem,ftp,intent,javascript,jar,mailto,resource,sms,tel,urn,vbscript,view-source,ws,wss'.split(
    ',',
  ),
)

/** Signs that one reader drops and another reads as something else. */
const ambiguous = /[\s\\\p{Cc}\p{Cf}]/u
const dotSegment = /\/(?:\.|%2e){1,2}(?:[/?]|$)/i

/**
 * An address as a web browser reads it: scheme and host in lower case, no default port. Undefined for anything that is
 * no absolute address of a page or an app, and for any text that two readers might take for two addresses: with a
 * user's name, backslashes, white space or steps upwards.
 */
export function readRedirectUrl(text: string): string | undefined {
  if (text.length > lengthMax || ambiguous.test(text) || text.includes('#') || dotSegment.test(text))
    return undefined
  // `https:example.com` is complete to a browser, and relative to others.
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\/[^/]/i.exec(text) ?? []
  if (!scheme || ownSchemes.has(scheme.toLowerCase()) || !URL.canParse(text)) return undefined
  const { username, password, href } = new URL(text)
  // An `@` before the host is refused even with nothing before it, which the parser forgets.
  const authority = text.slice(scheme.length + 3).split(/[/?]/, 1)[0]!
  return username || password || authority.includes('@') ? undefined : href
}

/** Whether people may be sent to the address: it is one of the listed ones to the letter, once both are read. */
export async function isListedRedirect(world: World, url: string): Promise<boolean> {
  const read = readRedirectUrl(url)
  return read !== undefined && world.redirectUrls.has(read)
}
