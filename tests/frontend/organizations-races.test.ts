import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { createOrganization } from '#contract/frontend/organizations/create-organization.ts'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import { addressOf, formOf, type Ids, send } from './any-frontend-operation.ts'
import { checkFrontendAnswer } from './frontend-check.ts'
import { found, type Guest, guest, join } from './rooms.ts'
import { bodyFor, forRooms, fresh, rooms, scene, stateOf } from './rooms-scene.ts'

const writes = rooms.filter(({ method }) => method !== 'GET')
const proofOf = ({ browser, sessionId }: Guest) => ({ token: browser.token, sessionId })

rule(
  'FOR-13',
  'once a demotion is answered, nothing that the demoted member asks for is done',
  async (server) => {
    const ada = await guest(server)
    const bob = await guest(server)
    const id = await found(server, ada)
    await join(server, id, bob, 'org:admin')
    const tries = [
      () => bob.call('PATCH', `/${id}`, { name: fresh('By Bob') }),
      () =>
        bob.call('POST', `/${id}/invitations`, {
          email_address: `${fresh('b')}@example.com`,
          role: 'org:member',
        }),
      () => bob.call('POST', `/${id}/domains`, { name: `${fresh('b')}.example` }),
      () => bob.call('PATCH', `/${id}/memberships/${bob.user.id}`, { role: 'org:admin' }),
    ]
    let demoted = false
    const statuses: { before: number[]; after: number[] } = { before: [], after: [] }
    const asking = tries.map(async (ask) => {
      for (let late = 0; late < 3; ) {
        const isLate = demoted
        if (isLate) late++
        const { status } = await ask()
        statuses[isLate ? 'after' : 'before'].push(status)
      }
    })
    while (statuses.before.length < 8) await sleep(2)
    await ada.done('PATCH', `/${id}/memberships/${bob.user.id}`, { role: 'org:member' })
    demoted = true
    await Promise.all(asking)
    assert.ok(statuses.before.includes(200))
    assert.deepEqual(new Set(statuses.after), new Set([403]))
    const events = await server.events()
    const demotion = events.find(
      ({ type, actor, details }) =>
        type === 'organizationMembership.updated' &&
        actor === `user:${ada.user.id}` &&
        details.organization_id === id,
    )!
    const late = events.filter((one) => one.actor === `user:${bob.user.id}` && one.id > demotion.id)
    assert.deepEqual(late, [], 'what was recorded after the demotion')
  },
  forRooms(),
)

rule(
  'FOR-13',
  'who is demoted while their request waits for the organization is refused',
  async (server) => {
    // SQLite runs in the process of this test, which could not let anybody wait.
    if (server.engine === 'sqlite') return
    const ada = await guest(server)
    const bob = await guest(server)
    const ids = await scene(server, ada)
    await join(server, ids.organization_id, bob)
    const client = new pg.Client({ connectionString: server.database.databaseUrl })
    await client.connect()
    const give = async (role: string) => {
      const statement =
        'update memberships set role_id = (select id from roles where key = $1) where organization_id = $2 and user_id = $3'
      const { rowCount } = await client.query(statement, [role, ids.organization_id, bob.user.id])
      assert.equal(rowCount, 1)
    }
    const isSomebodyWaiting = async () => {
      const { rowCount } = await client.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      return rowCount! > 0
    }
    try {
      for (const operation of writes) {
        const body = await bodyFor(server, operation, ids)
        await give('org:admin')
        await client.query('begin')
        await client.query('select id from organizations where id = $1 for update', [ids.organization_id])
        const asked = send(server.url, operation, ids, { ...proofOf(bob), body })
        for (let turns = 0; turns < 100 && !(await isSomebodyWaiting()); turns++) await sleep(5)
        assert.ok(await isSomebodyWaiting(), operation.id)
        await give('org:member')
        await client.query('commit')
        const answer = await asked
        const outcome = [answer.status, answer.body.errors?.[0]?.code]
        assert.deepEqual(outcome, [403, 'missing_organization_permission'], `${operation.id} ${answer.text}`)
      }
    } finally {
      await client.end()
    }
    assert.ok((await server.events()).every(({ actor }) => actor !== `user:${bob.user.id}`))
  },
  forRooms(),
)

rule(
  'FOR-13',
  'a write to what is held for too long is refused and leaves nothing',
  async (server) => {
    // On SQLite the whole database is held, which other tests show for any write.
    if (server.engine === 'sqlite') return
    const ada = await guest(server)
    const scenes: { operation: FrontendOperation; ids: Ids; body: BodyInit | undefined }[] = []
    for (const operation of writes) {
      const ids = await scene(server, ada)
      scenes.push({ operation, ids, body: await bodyFor(server, operation, ids) })
    }
    const organizations = scenes.map(({ ids }) => ids.organization_id!)
    const maker = await guest(server)
    const before = await stateOf(server)
    const refuse = async (one: Guest, { operation, ids, body }: (typeof scenes)[number]) => {
      const answer = await send(server.url, operation, ids, { ...proofOf(one), body })
      const outcome = [answer.status, answer.body.errors?.[0]?.code]
      assert.deepEqual(outcome, [409, 'resource_locked'], `${operation.id} ${answer.text}`)
      checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
    }
    const make = { operation: createOrganization, ids: {}, body: formOf(createOrganization) }
    const all = () => Promise.all([...scenes.map((one) => refuse(ada, one)), refuse(maker, make)])
    const andUsers = () => holding(server, [maker.user.id], async () => void (await all()))
    await holding(server, organizations, andUsers, 'organizations')
    assert.equal(await stateOf(server), before)
  },
  { ...forRooms(), fresh: true },
)
