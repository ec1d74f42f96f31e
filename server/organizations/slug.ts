import { randomInt } from 'node:crypto'
import { Refusal } from '#server/refusal.ts'
import type { OrganizationSettings } from './organization-settings.ts'

const lettersMax = 64
const tailLength = 6
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** `org_` begins an id and never a slug, so that a path may name an organization by either. */
const isSlug = (text: string) => /^[a-z0-9-]+$/.test(text)

/** What somebody chose. */
export function refuseSlug(slug: string, settings: Pick<OrganizationSettings, 'slug_disabled'>): void {
  if (settings.slug_disabled) throw new Refusal('organization_slugs_disabled')
  const expected = 'lower-case letters, digits and hyphens'
  if (!isSlug(slug)) throw new Refusal('form_param_format_invalid', { param: 'slug', expected })
}

export const takenSlug = (): Refusal => new Refusal('form_identifier_exists', { param: 'slug', kind: 'slug' })

const tail = () => Array.from({ length: tailLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** The letters and digits of a name, accents aside; a name that has none becomes a random slug. */
export const slugOf = (name: string): string => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, lettersMax)
  return slug.replace(/^-|-$/g, '') || `org-${tail()}`
}

/** The same slug with an ending that nobody has by chance. */
export const slugBeside = (slug: string): string => `${slug}-${tail()}`
