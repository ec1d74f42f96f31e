import type { NewEvent } from '#server/events/event.ts'
import type { Message } from '#server/mail/message-store.ts'
import type { Invitation } from './invitation.ts'

/** An address that is invited already. Thrown by the write that met the other invitation, which leaves nothing. */
export class AlreadyInvited extends Error {
  readonly emailAddress: string
  constructor(emailAddress: string) {
    super('an open invitation is there already')
    this.emailAddress = emailAddress
  }
}

/** An invitation with all that is stored in its transaction. */
export interface NewInvitation {
  readonly invitation: Invitation
  readonly event: NewEvent
  /** The mail that brings the token; absent where nobody is told. */
  readonly message: Message | undefined
  /** Goes beside an open invitation of the same address. */
  readonly ignoreExisting: boolean
}

export interface InvitationFilters {
  /** Any of these, as `invitationStatusOf` tells it at the moment of the read. */
  readonly statuses: readonly string[]
  /** The id, or a part of the address, folded. */
  readonly query?: { readonly id: string; readonly text: string }
}

export interface InvitationPage {
  readonly order: 'created_at' | 'email_address' | 'expires_at'
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** Invitations to the application, at rest. */
export interface InvitationStore {
  /** All or none. Throws `AlreadyInvited`, and then nothing was written. */
  insert(invitations: readonly NewInvitation[]): Promise<void>
  find(id: string): Promise<Invitation | undefined>
  findByTokenHash(hash: string): Promise<Invitation | undefined>
  list(filters: InvitationFilters, page: InvitationPage, now: number): Promise<Invitation[]>
  count(filters: InvitationFilters, now: number): Promise<number>
  /** By somebody who has an account already; false unless it was open. */
  accept(id: string, now: number, event: NewEvent): Promise<boolean>
  /** Undefined unless it was pending, even when its time had run out. */
  revoke(id: string, now: number, event: NewEvent): Promise<Invitation | undefined>
}
