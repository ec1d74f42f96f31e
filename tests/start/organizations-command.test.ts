import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { CannotDo } from '#server/cli/failure.ts'
import { program } from '#server/cli/program.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'

let server: TestServer
before(async () => {
  server = await startServer('sqlite')
})
after(() => server.stop())

/** A command in this process, as the command line runs it. */
async function bartleby(...args: string[]) {
  let out = ''
  let err = ''
  const io = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    colors: false,
    terminal: false,
  }
  const env = { CLERK_SECRET_KEY: server.secretKey, CLERK_API_URL: server.url }
  const failure = await program(env, io, () => {})
    .parseAsync(args, { from: 'user' })
    .then(
      () => undefined,
      (error: Error) => error,
    )
  return { out, err, failure }
}

async function outputOf(...args: string[]): Promise<string> {
  const { out, failure } = await bartleby(...args)
  assert.equal(failure, undefined, String(failure))
  return out
}

async function refusalOf(...args: string[]): Promise<string> {
  const { out, err, failure } = await bartleby(...args)
  assert.ok(failure, `${args.join(' ')} did not fail: ${out}`)
  return `${failure instanceof CannotDo ? failure.message : ''}${err}`
}

const idIn = (card: string) => card.match(/^Id +(\w+)$/m)![1]!

suite('commands about organizations', { concurrency: false }, () => {
  test('organizations are made, found, changed and deleted', async () => {
    const { id: user } = await server.create({ email_address: ['founder@example.com'] })
    const card = await outputOf('organizations', 'create', 'Analytical Engines', '--created-by', user)
    const id = idIn(card)
    assert.match(card, /^Slug +analytical-engines$/m)
    assert.match(await outputOf('organizations', 'get', 'analytical-engines'), /^Members +1, any number$/m)
    const list = await outputOf('organizations', 'list', '--query', 'engines', '--user-id', user)
    assert.match(list, new RegExp(`^${id} +Analytical Engines +analytical-engines +1 +\\d{4}-`, 'm'))
    assert.match(list, /\n1 of 1\n$/)
    assert.match(await outputOf('organizations', 'list', '--user-id', `-${user}`), /\n0 of 0\n$/)
    const changed = await outputOf('organizations', 'update', id, '--max-allowed-memberships', '7')
    assert.match(changed, /^Members +at most 7$/m)
    assert.equal(JSON.parse(await outputOf('organizations', 'get', id, '--json')).max_allowed_memberships, 7)
    assert.match(await refusalOf('organizations', 'update', id), /nothing to change/)
    assert.equal(await outputOf('organizations', 'delete', id), `${id} is deleted.\n`)
    assert.match(await refusalOf('organizations', 'get', id), /resource_not_found/)
  })

  test('members come, get another role and go', async () => {
    const { id: admin } = await server.create({ email_address: ['admin@example.com'] })
    const { id: user } = await server.create({ email_address: ['member@example.com'], first_name: 'Mary' })
    const id = idIn(await outputOf('organizations', 'create', 'Members', '--created-by', admin))
    assert.match(await refusalOf('memberships', 'create', id, user), /required option '--role/)
    assert.match(await outputOf('memberships', 'create', id, user, '--role', 'org:member'), /^Name +Mary$/m)
    const list = await outputOf('memberships', 'list', id, '--role', 'org:member')
    assert.match(list, new RegExp(`^${user} +Mary +member@example.com +org:member`, 'm'))
    assert.match(list, /\n1 of 1\n$/)
    const promoted = await outputOf('memberships', 'update', id, user, '--role', 'org:admin')
    assert.match(promoted, /^Role +org:admin$/m)
    assert.equal(
      await outputOf('memberships', 'delete', id, admin),
      `${admin} is no member of ${id} any more.\n`,
    )
    assert.match(
      await refusalOf('memberships', 'delete', id, user),
      /organization_minimum_permissions_needed/,
    )
  })

  test('somebody is invited, to the application or to an organization, and uninvited', async () => {
    const { id: admin } = await server.create({ email_address: ['inviting@example.com'] })
    const organization = idIn(await outputOf('organizations', 'create', 'Guests', '--created-by', admin))
    const within = ['--organization', organization]
    const card = await outputOf(
      'invitations',
      'create',
      'guest@example.com',
      ...within,
      '--role',
      'org:admin',
    )
    assert.match(card, /^Role +org:admin$/m)
    assert.match(card, /^Link +http\S+ticket=\S+$/m)
    const id = idIn(card)
    const pending = ['invitations', 'list', '--status', 'pending']
    assert.match(
      await outputOf(...pending, ...within),
      new RegExp(`^${id} +guest@example.com +org:admin +pending`, 'm'),
    )
    assert.match(await outputOf('invitations', 'revoke', id, ...within), /^Status +revoked$/m)
    assert.match(await outputOf(...pending, ...within), /\n0 of 0\n$/)

    const other = await outputOf(
      'invitations',
      'create',
      'newcomer@example.com',
      '--expires-in-days',
      '3',
      '--no-notify',
    )
    assert.match(
      await outputOf(...pending),
      new RegExp(`^${idIn(other)} +newcomer@example.com +pending`, 'm'),
    )
    assert.match(await outputOf('invitations', 'revoke', idIn(other)), /^Status +revoked$/m)
  })

  test('an id of something else is refused before anything is asked', async () => {
    for (const args of [
      ['organizations', 'delete', 'user_1'],
      ['memberships', 'delete', 'org_1', 'org_2'],
      ['invitations', 'create', 'a@example.com', '--expires-in-days', 'soon'],
      ['organizations', 'update', 'org_1', '--max-allowed-memberships', '-1'],
    ])
      assert.match(await refusalOf(...args), /It must be/)
  })
})
