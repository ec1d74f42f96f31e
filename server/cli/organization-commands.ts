import { type Command, InvalidArgumentError } from 'commander'
import { collect, idOf, withAccess, withPages } from '#server/cli/api-options.ts'
import type { ApiOptions, Env } from '#server/cli/call-api.ts'
import type { Io } from '#server/cli/io.ts'
import type { RoleOptions } from '#server/cli/memberships.ts'

const organizationId = idOf('org', 'an organization', 'organizations')
const memberId = idOf('user', 'a user', 'users')

/** 0 means any number. */
function memberCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number; 0 means any number of members.')
}

function days(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number of days.')
}

const withAttributes = (command: Command): Command =>
  command
    .option('--slug <slug>', 'the slug: lower-case letters, digits and hyphens')
    .option('--max-allowed-memberships <number>', 'members at most; 0 means any number', memberCount)

const keyNote =
  '\nThe secret key is CLERK_SECRET_KEY, BARTLEBY_SECRET_KEY or the one in clerk.env in the data folder.'

function addOrganizations(bartleby: Command, env: Env, io: Io, run: (exitCode: number) => void): void {
  const load = () => import('#server/cli/organizations.ts')
  const organizations = bartleby
    .command('organizations')
    .description('organizations of a running server, through its API')
    .addHelpText('after', keyNote)
  const list = organizations.command('list').description('show organizations, newest first')
  withPages(withAccess(list))
    .option('--query <text>', 'part of a name or slug, or an id')
    .option('--user-id <id>', 'with this member; -id: without them', collect)
    .option('--order-by <field>', 'such as +name, created_at or -members_count')
    .action(async (options: ApiOptions) => run(await (await load()).listOrganizations(env, io, options)))
  withAccess(organizations.command('get').description('show an organization'))
    .argument('<id>', 'org_… or a slug')
    .action(async (id: string, options: ApiOptions) =>
      run(await (await load()).getOrganization(env, io, id, options)),
    )
  withAttributes(withAccess(organizations.command('create').description('make an organization')))
    .argument('<name>', 'the name')
    .option('--created-by <id>', 'the user who becomes its first member', memberId)
    .action(async (name: string, options: ApiOptions) =>
      run(await (await load()).createOrganization(env, io, name, options)),
    )
  withAttributes(withAccess(organizations.command('update').description('change an organization')))
    .argument('<id>', 'org_…', organizationId)
    .option('--name <name>', 'the name')
    .action(async (id: string, options: ApiOptions) =>
      run(await (await load()).updateOrganization(env, io, id, options)),
    )
  withAccess(organizations.command('delete').description('delete an organization, for good'))
    .argument('<id>', 'org_…', organizationId)
    .action(async (id: string, options: ApiOptions) =>
      run(await (await load()).deleteOrganization(env, io, id, options)),
    )
}

function addMemberships(bartleby: Command, env: Env, io: Io, run: (exitCode: number) => void): void {
  const load = () => import('#server/cli/memberships.ts')
  const memberships = bartleby
    .command('memberships')
    .description('who belongs to an organization, through the API')
    .addHelpText('after', keyNote)
  const list = memberships.command('list').description('show the members of an organization, newest first')
  withPages(withAccess(list))
    .argument('<organization>', 'org_…', organizationId)
    .option('--query <text>', 'part of an address, phone number, username, name or id')
    .option('--role <key>', 'with this role, such as org:admin', collect)
    .option('--order-by <field>', 'such as +created_at, last_name or -email_address')
    .action(async (organization: string, options: ApiOptions) =>
      run(await (await load()).listMemberships(env, io, organization, options)),
    )
  const one = (command: Command) =>
    withAccess(command)
      .argument('<organization>', 'org_…', organizationId)
      .argument('<user>', 'user_…', memberId)
  one(memberships.command('create').description('make a user a member'))
    .requiredOption('--role <key>', 'the role, such as org:member')
    .action(async (organization: string, user: string, options: RoleOptions) =>
      run(await (await load()).createMembership(env, io, [organization, user], options)),
    )
  one(memberships.command('update').description('give a member another role'))
    .requiredOption('--role <key>', 'the role, such as org:admin')
    .action(async (organization: string, user: string, options: RoleOptions) =>
      run(await (await load()).updateMembership(env, io, [organization, user], options)),
    )
  one(memberships.command('delete').description('remove a member')).action(
    async (organization: string, user: string, options: ApiOptions) =>
      run(await (await load()).deleteMembership(env, io, [organization, user], options)),
  )
}

function addInvitations(bartleby: Command, env: Env, io: Io, run: (exitCode: number) => void): void {
  const load = () => import('#server/cli/invitations.ts')
  const invitations = bartleby
    .command('invitations')
    .description('invitations to the application or to an organization, through the API')
    .addHelpText('after', keyNote)
  const within = (command: Command) =>
    withAccess(command).option('--organization <id>', 'of this organization, org_…', organizationId)
  withPages(within(invitations.command('list').description('show invitations, newest first')))
    .option('--status <status>', 'pending, accepted, revoked or expired')
    .action(async (options: ApiOptions) => run(await (await load()).listInvitations(env, io, options)))
  within(invitations.command('create').description('invite somebody by mail'))
    .argument('<address>', 'the e-mail address')
    .option('--role <key>', 'the role in the organization; org:member unless given')
    .option('--redirect-url <url>', 'the page of the app that the link of the mail leads to')
    .option('--expires-in-days <days>', 'how long it is good, from 1 to 365; 30 unless given', days)
    .option('--no-notify', 'send no mail: the link is printed, to be handed over')
    .action(async (address: string, options: ApiOptions) =>
      run(await (await load()).createInvitation(env, io, address, options)),
    )
  within(invitations.command('revoke').description('end an invitation that nobody has accepted'))
    .argument('<id>', 'inv_… or orginv_…')
    .action(async (id: string, options: ApiOptions) =>
      run(await (await load()).revokeInvitation(env, io, id, options)),
    )
}

/** Commands about organizations; they call the API of a running server, on this machine or on another one. */
export function addOrganizationCommands(
  bartleby: Command,
  env: Env,
  io: Io,
  run: (exitCode: number) => void,
): void {
  addOrganizations(bartleby, env, io, run)
  addMemberships(bartleby, env, io, run)
  addInvitations(bartleby, env, io, run)
}
