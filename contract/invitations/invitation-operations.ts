import type { Operation } from '../operation.ts'

/** Who may come in: invitations to the application, lists of identifiers, addresses to return to. */
export const invitationOperations: readonly Operation[] = []
