/** Why a token is no proof of who is signed in. */
export type TokenErrorCode =
  /** No JWT, or one without the claims of a session. */
  | 'token_malformed'
  /** Signed in a way that the server never signs. */
  | 'token_algorithm'
  /** Made from a JWT template, or for another purpose. */
  | 'token_class'
  | 'token_signature'
  | 'token_expired'
  /** Its time has not come: one of the clocks is wrong. */
  | 'token_not_active'
  | 'token_issuer'
  /** Made for a page that `authorizedParties` does not list. */
  | 'token_party'
  /** Signed by a key that the server does not publish. */
  | 'token_key_unknown'
  /** The keys could not be fetched: nothing is known about the token. */
  | 'keys_unavailable'

export class TokenError extends Error {
  override readonly name: string = 'TokenError'
  readonly code: TokenErrorCode

  constructor(code: TokenErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
