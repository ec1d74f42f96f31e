import { canSignIn, type Identification } from '#server/users/user.ts'

/** Whether an address is among them that codes can be mailed to, for a sign-in without a password. */
export const signsInByMail = (identifications: readonly Identification[]): boolean =>
  identifications.some((one) => one.kind === 'email_address' && canSignIn(one))
