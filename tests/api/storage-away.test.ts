import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { call, readyUser, writes } from '#tests/api/any-operation.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** Each operation with a user of its own, on whom it has something to write. */
async function prepared(server: TestServer, which: readonly Operation[]) {
  const users = await Promise.all(which.map((operation) => readyUser(server, operation)))
  return which.map((operation, i) => ({ operation, run: () => call(server, operation, users[i]) }))
}

const everybody = async (server: TestServer) => (await server.request('GET', '/users?limit=500')).body

/** Statements of another user of the same PostgreSQL, in a database of its own. */
async function besides(server: TestServer, ...statements: string[]) {
  const url = new URL(server.database.databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement.replaceAll('{name}', name))
  } finally {
    await client.end()
  }
}

const cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"

/** SQLite: another connection keeps the file to itself. PostgreSQL: it has another name, and all are thrown out. */
async function takeAway(server: TestServer): Promise<() => Promise<void>> {
  if (server.engine === 'postgres') {
    await besides(server, cut, 'alter database {name} rename to {name}_away')
    return () => besides(server, 'alter database {name}_away rename to {name}')
  }
  const holder = new DatabaseSync(join(server.database.data, 'bartleby.sqlite'))
  holder.exec('begin immediate')
  return async () => {
    holder.exec('rollback')
    holder.close()
  }
}

function checkUnavailable(answer: Answer) {
  refused(answer, 503, 'service_unavailable')
  assert.equal(answer.headers.get('retry-after'), null)
  assert.doesNotMatch(answer.text, /postgres|sqlite|database|terminat|busy|locked|ECONN/i)
}

rule(
  'ERR-10 HDR-2',
  'while the database is away a request is told to come back, and then it is served again',
  async (server) => {
    // A lock is told in seconds that are left.
    server.clock.freeze()
    const calls = await prepared(server, operations)
    const before = await everybody(server)
    const bringBack = await takeAway(server)
    // On SQLite whoever writes keeps others from writing, not from reading.
    const blocked = server.engine === 'sqlite' ? calls.filter(({ operation }) => writes(operation)) : calls
    try {
      for (const answer of await Promise.all(blocked.map(({ run }) => run()))) checkUnavailable(answer)
      const lines = server.log.map((line) => JSON.parse(line)).filter((line) => line.err)
      assert.equal(lines.length, blocked.length)
      if (server.engine === 'postgres')
        assert.equal((await fetch(`${server.url}/health`)).status, 503, 'health is no better')
      else assert.deepEqual(await everybody(server), before)
    } finally {
      await bringBack()
    }
    assert.deepEqual(await everybody(server), before)
    assert.equal((await fetch(`${server.url}/health`)).status, 200)
    for (const { operation, run } of calls) assert.equal((await run()).status, 200, operation.id)
  },
  { fresh: true },
)

/** PostgreSQL: every connection is cut. SQLite: another process writes for a while. */
async function disturb(server: TestServer) {
  if (server.engine === 'postgres') return besides(server, cut)
  const giveBack = await takeAway(server)
  await sleep(200)
  await giveBack()
}

/** Of several calls that use something up one is the first. */
const late: Readonly<Record<string, string>> = {
  RevokeSignInToken: 'sign_in_token_cannot_be_revoked_code',
  RevokeActorToken: 'actor_token_cannot_be_revoked_code',
  AttemptEmailAddressVerification: 'verification_already_verified',
  CreateOrganizationMembership: 'already_a_member_in_organization',
  AssignPermissionToOrganizationRole: 'organization_role_permission_association_exists',
  RemovePermissionFromOrganizationRole: 'organization_role_permission_association_not_found',
  RevokeOrganizationInvitation: 'organization_invitation_not_pending',
  RevokeInvitation: 'invitation_already_revoked',
  VerifyTOTP: 'totp_invalid_length',
}
function isLate({ id, method }: Operation, { status, body }: Answer): boolean {
  if (method === 'DELETE' && status === 404 && !(id in late))
    return ['resource_not_found', 'image_not_found'].includes(body.errors[0].code)
  return id in late && status < 500 && body.errors?.[0].code === late[id]
}

/** Of an app only the newest is left. */
const isCreation = ({ id }: Operation) => /^create/i.test(id) && !/TOTP|SessionToken|TestingToken/.test(id)

rule(
  'ERR-10',
  'a database that is disturbed under load costs a 503 at most, and no acknowledged write',
  async (server) => {
    const acknowledged = new Set<string>()
    for (let round = 0; round < 5; round++) {
      const calls = await prepared(
        server,
        operations.filter(({ id }) => id !== 'DeleteUser'),
      )
      const answers = Promise.all(
        Array.from({ length: 8 }, () =>
          calls.map(async ({ operation, run }) => ({ operation, answer: await run() })),
        ).flat(),
      )
      await disturb(server)
      for (const { operation, answer } of await answers) {
        if (isLate(operation, answer)) continue
        if (answer.status !== 200) checkUnavailable(answer)
        else if (isCreation(operation))
          for (const { id } of [answer.body.data ?? answer.body].flat()) acknowledged.add(id)
      }
    }
    assert.equal((await server.request('GET', '/users/count')).status, 200)
    const idsOf = async (table: string) => new Set((await server.rows(table)).map(({ id }) => String(id)))
    const users = await idsOf('users')
    let lost: Set<string> = acknowledged.difference(users)
    for (const table of [
      'identifications',
      'sessions',
      'tickets',
      'jwt_templates',
      'organizations',
      'organization_invitations',
      'organization_domains',
      'memberships',
      'roles',
      'permissions',
      'invitations',
      'listed_identifiers',
      'redirect_urls',
    ])
      lost = lost.difference(await idsOf(table))
    assert.deepEqual([...lost], [])
    const recorded = (await server.rows('events')).filter(({ type }) => type === 'user.created')
    assert.deepEqual(new Set(recorded.map(({ subject }) => subject)), users)
  },
  { fresh: true },
)
