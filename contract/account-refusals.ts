/** The failures of what users do to their own account, a part of the table in `refusals.ts`. */
export const accountRefusals = {
  delete_self_not_allowed: {
    status: 403,
    message: 'Deletion not allowed',
    long: 'This user may not delete the own account (`delete_self_enabled`).',
  },
  last_first_factor_deletion_failed: {
    status: 400,
    message: 'Deletion failed',
    long: 'Nothing else would be left to sign in with.',
  },
} as const
