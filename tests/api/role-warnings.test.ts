import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { membershipRows, organization } from './given-organizations.ts'
import { byKey, readSettings } from './given-roles.ts'
import { address } from './given-users.ts'

const warnings = ({ log }: TestServer) =>
  log
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level === 40)
    .map(({ msg }) => msg as string)
    .filter((message) => message.startsWith('organizations.'))

const named = (creator_role: string, domains_default_role: string) => ({
  settings: { organizations: { creator_role, domains_default_role } },
})

/** Whoever makes an organization can run it all the same. */
async function makesAdmins(server: TestServer): Promise<void> {
  const user = await server.create({ email_address: [address('founder')] })
  const { id } = await organization(server, { created_by: user.id })
  const admin = await byKey(server, 'roles', 'org:admin')
  assert.equal((await membershipRows(server, id))[0]!.role_id, admin.id)
}

rule(
  'ROL-18',
  'the start warns of roles that are missing',
  async (server) => {
    assert.deepEqual(warnings(server), [
      'organizations.creator_role: there is no role org:boss; org:admin is given in its place',
      'organizations.domains_default_role: there is no role org:guest',
    ])
    assert.equal((await readSettings(server)).creator_role, 'org:boss')
    await makesAdmins(server)
  },
  named('org:boss', 'org:guest'),
)

rule(
  'ROL-18',
  'the start warns of a creator role that could not run an organization',
  async (server) => {
    assert.deepEqual(warnings(server), [
      'organizations.creator_role: the role org:member lacks permissions that running an organization needs; org:admin is given in its place',
    ])
    await makesAdmins(server)
  },
  named('org:member', 'org:member'),
)

rule('ROL-18', 'the start is silent where all is well', async (server) => {
  assert.deepEqual(warnings(server), [])
})
