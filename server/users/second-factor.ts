import type { User } from './user.ts'

/** Whether a sign-in of this user has a second step. */
export const secondFactorEnabled = (user: Pick<User, 'identifications'>): boolean =>
  user.identifications.some((one) => one.reserved_for_second_factor)
