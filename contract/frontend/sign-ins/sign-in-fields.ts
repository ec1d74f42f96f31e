import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'

const text = (maxLength: number, description: string) =>
  Type.Optional(nullable(Type.String({ maxLength, description })))

/** How a factor is proved. */
export const strategy = () => text(64, 'How the factor is proved, such as `password`.')

/** A password is never stored as it is: what cannot be typed cannot be right. */
export const password = () =>
  Type.Optional(nullable(Type.String({ maxLength: 1024, format: 'password', description: 'The password.' })))

export const code = (description: string) => text(64, description)

export const ticket = () => text(2048, 'The token of a sign-in token, an actor token or an invitation.')

/** What SDKs send along and nothing here depends on: no answer ever leads to an address that a caller names. */
export const ignored = (description: string) => text(4096, `${description} It is read by nobody.`)
