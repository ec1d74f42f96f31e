/** Failures of who may come in: invitations to the application, lists of identifiers, addresses to return to. */
export const accessRefusals = {
  duplicate_record: {
    status: 400,
    message: 'Duplicate record',
    long: '{what} is there already.',
  },
  invitation_already_accepted: {
    status: 400,
    message: 'Invitation was accepted',
    long: 'The invitation was accepted before, and cannot be revoked.',
  },
  invitation_already_revoked: {
    status: 400,
    message: 'Invitation was revoked',
    long: 'The invitation was revoked before.',
  },
} as const
