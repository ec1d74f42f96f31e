import type { Standing } from '#server/organizations/membership-store.ts'

/** A permission as the claims spell it: `org:<feature>:<action>`. */
interface Allowed {
  readonly feature: string
  readonly action: string
}

const readPermission = (key: string): Allowed[] => {
  const [, feature, action] = /^org:([^:,]+):([^,]+)$/.exec(key) ?? []
  return feature && action ? [{ feature, action }] : []
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].sort()

/**
 * Each action is written once, and for each feature one decimal number whose bit `i` stands for the action `i`. A big
 * integer, because there may be more actions than a double has bits.
 */
function permissionClaims(permissions: readonly string[]) {
  const allowed = permissions.flatMap(readPermission)
  if (allowed.length === 0) return { per: {}, fea: {} }
  const actions = distinct(allowed.map(({ action }) => action))
  const features = distinct(allowed.map(({ feature }) => feature))
  const numberOf = (feature: string) =>
    allowed
      .filter((one) => one.feature === feature)
      .reduce((bits, { action }) => bits | (1n << BigInt(actions.indexOf(action))), 0n)
  return {
    per: { per: actions.join(), fpm: features.map(numberOf).join() },
    fea: { fea: features.map((feature) => `o:${feature}`).join() },
  }
}

/** The organization in a token of version 2: short, because browsers keep it in a cookie. */
export function organizationClaims({ organizationId, slug, role, permissions }: Standing) {
  const { per, fea } = permissionClaims(permissions)
  return { ...fea, o: { id: organizationId, slg: slug, rol: role.replace(/^org:/, ''), ...per } }
}

/** The same as tokens told it before they had versions. */
export const flatOrganizationClaims = ({ organizationId, slug, role, permissions }: Standing) => ({
  org_id: organizationId,
  org_slug: slug,
  org_role: role,
  org_permissions: permissions,
})
