import { createHash } from 'node:crypto'

interface PictureOf {
  readonly id: string
  readonly first_name: string | null
  readonly last_name: string | null
}

const initial = (name: string | null) => (name ? ([...name][0] ?? '').toUpperCase() : '')

/**
 * The address of the picture of a user who has none. What is drawn stands in the address itself, as
 * base64url JSON, so that nothing is looked up and nothing is told of users who do not exist.
 */
export function defaultPicture(world: { publicUrl: string; instanceId: string }, user: PictureOf): string {
  const initials = initial(user.first_name) + initial(user.last_name)
  const drawn = { type: 'default', iid: world.instanceId, rid: user.id, ...(initials ? { initials } : {}) }
  return `${world.publicUrl}/images/${Buffer.from(JSON.stringify(drawn)).toString('base64url')}`
}

const escaped: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
}
/** What XML 1.0 has no place for. */
const unprintable = /[^ -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const escapeXml = (text: string) => text.replace(/[<>&"']/g, (sign) => escaped[sign]!)

const silhouette =
  '<circle cx="64" cy="50" r="22" fill="#fff" opacity=".9"/><path d="M20 128a44 44 0 0 1 88 0z" fill="#fff" opacity=".9"/>'

/** The picture that an address of `defaultPicture` stands for, as SVG; undefined for any other text. */
export function drawDefaultPicture(segment: string): string | undefined {
  let drawn: { type?: unknown; rid?: unknown; initials?: unknown }
  try {
    drawn = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8')) ?? {}
  } catch {
    return undefined
  }
  if (drawn.type !== 'default' || typeof drawn.rid !== 'string') return undefined
  const hue = createHash('sha256').update(drawn.rid).digest().readUInt16BE() % 360
  const initials =
    typeof drawn.initials === 'string'
      ? [...drawn.initials.replace(unprintable, '')].slice(0, 4).join('')
      : ''
  const middle = initials
    ? `<text x="64" y="64" dy=".35em" text-anchor="middle" fill="#fff" font-family="system-ui,sans-serif" font-size="48" font-weight="500">${escapeXml(initials)}</text>`
    : silhouette
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="128" height="128">' +
    '<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">' +
    `<stop offset="0" stop-color="hsl(${hue} 65% 55%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 60% 42%)"/>` +
    `</linearGradient></defs><rect width="128" height="128" fill="url(#g)"/>${middle}</svg>`
  )
}
