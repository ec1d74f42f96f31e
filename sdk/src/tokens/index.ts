export { TokenError, type TokenErrorCode } from './errors.ts'
export type { FetchKeys } from './fetch-keys.ts'
export { type SessionClaims, type VerifyTokenOptions, verifyToken } from './verify-token.ts'
