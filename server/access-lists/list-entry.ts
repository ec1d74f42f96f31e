import { newId } from '#server/ids.ts'
import type { NewInvitation } from '#server/invitations/invitation-store.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { type ListedIdentifier, type ListName, readEntry } from './listed-identifier.ts'

const prefixes = { allowlist: 'alid', blocklist: 'blid' } as const

/** An entry as a request describes it; refuses what is no identifier. */
export function newEntry(world: World, list: ListName, text: string): ListedIdentifier {
  const at = world.now()
  const entry = readEntry(text)
  if (!entry) {
    const expected = 'an email address, a domain such as *@example.com, a phone number or a web3 wallet'
    throw new Refusal('form_param_format_invalid', { param: 'identifier', expected })
  }
  return {
    ...entry,
    id: newId(prefixes[list], at),
    list,
    invitation_id: null,
    created_at: at,
    updated_at: at,
  }
}

/** Writes an entry, with the invitation that tells its owner, unless the list has it. */
export async function listEntry(
  world: World,
  call: Call,
  entry: ListedIdentifier,
  invitation?: NewInvitation,
): Promise<ListedIdentifier> {
  const { id, list, kind, identifier, created_at } = entry
  const event = eventOf(call, `${list}_identifier.created`, id, created_at, { kind })
  if ((await world.listedIdentifiers.insert(entry, event, invitation)) === 'taken')
    throw new Refusal('duplicate_record', { what: `${identifier} on the ${list}` })
  return entry
}
