import type { NewEvent } from '#server/events/event.ts'
import type { NewInvitation } from '#server/invitations/invitation-store.ts'
import type { ListEntry, ListedIdentifier, ListName } from './listed-identifier.ts'

/** The lists of identifiers that the API keeps, beside those of the settings file. */
export interface ListedIdentifierStore {
  /**
   * An entry, with the invitation that tells its owner. Throws `AlreadyInvited`; then, as when it answers `taken`,
   * nothing was written.
   */
  insert(
    entry: ListedIdentifier,
    event: NewEvent,
    invitation: NewInvitation | undefined,
  ): Promise<'inserted' | 'taken'>
  /** The newest first; all of them without a page. */
  list(
    list: ListName,
    page?: { readonly limit: number; readonly offset: number },
  ): Promise<ListedIdentifier[]>
  count(list: ListName): Promise<number>
  /** Which of these the list has. */
  having(list: ListName, entries: readonly ListEntry[]): Promise<ListEntry[]>
  /** False when the list has no such entry. */
  delete(list: ListName, id: string, event: NewEvent): Promise<boolean>
}
