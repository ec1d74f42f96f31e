import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedInAuthObject } from '@clerk/backend/internal'
import fc from 'fast-check'
import type { Standing } from '#server/organizations/membership-store.ts'
import { systemPermissions } from '#server/roles/role.ts'
import { flatOrganizationClaims, organizationClaims } from '#server/sessions/organization-claims.ts'

type Auth = ReturnType<typeof signedInAuthObject>
type Claims = Parameters<typeof signedInAuthObject>[2]

/** What the official client reads out of the claims. */
const decoded = (claims: object): Auth =>
  signedInAuthObject({} as never, 'token', { sub: 'user_1', sid: 'sess_1', ...claims } as unknown as Claims)

const standing = (role: string, permissions: readonly string[]): Standing => ({
  organizationId: 'org_1',
  slug: 'acme',
  role,
  permissions,
})
const system = Object.keys(systemPermissions)
const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/)
const key = fc.oneof(
  fc.constantFrom(...system),
  fc.tuple(word, word).map(([feature, action]) => `org:${feature}:${action}`),
)
const keys = fc.uniqueArray(key, { maxLength: 120 })

test('the official client reads every permission that the claims were made of, and no other', () => {
  fc.assert(
    fc.property(word, keys, keys, (role, permissions, strange) => {
      const given = standing(`org:${role}`, permissions)
      for (const auth of [
        decoded({ v: 2, ...organizationClaims(given) }),
        decoded(flatOrganizationClaims(given)),
      ]) {
        assert.deepEqual([auth.orgId, auth.orgSlug, auth.orgRole], ['org_1', 'acme', `org:${role}`])
        assert.deepEqual(auth.orgPermissions?.toSorted(), permissions.toSorted())
        assert.equal(auth.has({ role: `org:${role}` }), true)
        assert.equal(auth.has({ role: `org:${role}x` }), false)
        for (const permission of permissions) assert.equal(auth.has({ permission }), true, permission)
        for (const permission of strange)
          assert.equal(auth.has({ permission }), permissions.includes(permission), permission)
      }
    }),
  )
})

test('the claims are written as the published form has them', () => {
  const permissions = ['org:teams:manage', 'org:teams:read', 'org:invoices:read']
  assert.deepEqual(organizationClaims(standing('org:admin', permissions)), {
    fea: 'o:invoices,o:teams',
    o: { id: 'org_1', slg: 'acme', rol: 'admin', per: 'manage,read', fpm: '2,3' },
  })
  assert.deepEqual(organizationClaims(standing('org:guest', [])), {
    o: { id: 'org_1', slg: 'acme', rol: 'guest' },
  })
})

test('a role without permissions, and a key that is not one, allow nothing', () => {
  for (const permissions of [[], ['org:alone'], ['org:a,o:b:c'], ['org:a:b,c']]) {
    const auth = decoded({ v: 2, ...organizationClaims(standing('org:guest', permissions)) })
    assert.deepEqual([auth.orgRole, auth.orgPermissions], ['org:guest', []])
    assert.equal(auth.has({ permission: 'org:b:c' }), false)
  }
})

test('all system permissions and twenty of an app leave room in a cookie', () => {
  const own = Array.from({ length: 20 }, (_, at) => `org:custom_feature_${at >> 1}:action_number_${at % 7}`)
  const claims = organizationClaims(standing('org:admin', [...system, ...own]))
  const bytes = Buffer.byteLength(JSON.stringify(claims))
  // Of the 4096 bytes of a cookie, base64 takes a quarter, and what every token says about 900.
  assert.ok(bytes < 1000, String(bytes))
})
