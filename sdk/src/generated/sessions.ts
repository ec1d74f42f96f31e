// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  Cookies,
  CreateSessionParams,
  CreateSessionTokenFromTemplateParams,
  CreateSessionTokenParams,
  GetSessionListParams,
  RefreshSessionParams,
  Session,
  Token,
  VerifySessionParams,
} from './types.ts'

const getSessionList: Operation = {
  id: 'GetSessionList',
  method: 'GET',
  path: '/sessions',
  query: ['client_id', 'user_id', 'status', 'limit', 'offset'],
  hasBody: false,
}

const createSession: Operation = {
  id: 'createSession',
  method: 'POST',
  path: '/sessions',
  query: [],
  hasBody: true,
}

const getSession: Operation = {
  id: 'GetSession',
  method: 'GET',
  path: '/sessions/{session_id}',
  query: [],
  hasBody: false,
}

const revokeSession: Operation = {
  id: 'RevokeSession',
  method: 'POST',
  path: '/sessions/{session_id}/revoke',
  query: [],
  hasBody: false,
}

const refreshSession: Operation = {
  id: 'RefreshSession',
  method: 'POST',
  path: '/sessions/{session_id}/refresh',
  query: [],
  hasBody: true,
}

const verifySession: Operation = {
  id: 'VerifySession',
  method: 'POST',
  path: '/sessions/{session_id}/verify',
  query: [],
  hasBody: true,
}

const createSessionToken: Operation = {
  id: 'CreateSessionToken',
  method: 'POST',
  path: '/sessions/{session_id}/tokens',
  query: [],
  hasBody: true,
}

const createSessionTokenFromTemplate: Operation = {
  id: 'CreateSessionTokenFromTemplate',
  method: 'POST',
  path: '/sessions/{session_id}/tokens/{template_name}',
  query: [],
  hasBody: true,
}

export class Sessions {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List sessions.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/sessions`, operation `GetSessionList`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: GetSessionListParams, options?: CallOptions): Promise<Page<Session>> {
    return this.#call<Page<Session>>(getSessionList, [], { ...params, paginated: true }, options)
  }

  /**
   * List sessions.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/sessions`, operation `GetSessionList`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<GetSessionListParams, 'offset'>, options?: CallOptions): AsyncGenerator<Session, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly Session[]>(getSessionList, [], params, options), params)
  }

  /**
   * Begin a session, for tests.
   *
   * Signs a user in without any proof, on a new client. Only in the test environment: elsewhere, hand the user a sign-in token. A banned or locked user gets no session.
   *
   * `POST /v1/sessions`, operation `createSession`.
   *
   * @throws {ValidationError} `request_invalid_for_environment`, `form_param_missing`, `form_param_nil`, `form_resource_not_found`
   * @throws {PermissionError} `user_banned`, `user_locked`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  create(params: CreateSessionParams, options?: CallOptions): Promise<Session> {
    return this.#call<Session>(createSession, [], params, options)
  }

  /**
   * Get a session.
   *
   * The session as it is at this moment: one that has run out says so, although nobody ended it.
   *
   * `GET /v1/sessions/{session_id}`, operation `GetSession`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(sessionId: string, options?: CallOptions): Promise<Session> {
    return this.#call<Session>(getSession, [sessionId], undefined, options)
  }

  /**
   * Revoke a session.
   *
   * Signs the user out there: the session is worth nothing from now on, and they have to sign in again. A session that has ended before stays as it is.
   *
   * `POST /v1/sessions/{session_id}/revoke`, operation `RevokeSession`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  revoke(sessionId: string, options?: CallOptions): Promise<Session> {
    return this.#call<Session>(revokeSession, [sessionId], undefined, options)
  }

  /**
   * Refresh a session.
   *
   * A new session token in exchange for one that has expired, so that a backend can answer a page whose token has run out without sending the browser away first. Both cookies of the browser are needed: `__session` and `__refresh_…`. A 401 tells the SDKs to take the longer way.
   *
   * `POST /v1/sessions/{session_id}/refresh`, operation `RefreshSession`.
   *
   * @throws {AuthenticationError} `session_token_invalid`, `refresh_token_invalid`, `session_over`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`
   */
  refresh(sessionId: string, params: RefreshSessionParams, options?: CallOptions): Promise<Token | Cookies> {
    return this.#call<Token | Cookies>(refreshSession, [sessionId], params, options)
  }

  /**
   * Verify a session.
   *
   * The session, if the token is one of it and in force and the session is live. Deprecated: the SDKs check session tokens by themselves, without a request.
   *
   * `POST /v1/sessions/{session_id}/verify`, operation `VerifySession`.
   *
   * @throws {AuthenticationError} `session_token_invalid`, `session_over`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`
   */
  verify(sessionId: string, params: VerifySessionParams, options?: CallOptions): Promise<Session> {
    return this.#call<Session>(verifySession, [sessionId], params, options)
  }

  /**
   * Create a session token.
   *
   * The JWT that a browser of this session would send, for 60 seconds unless told otherwise. A session that has ended and the session of a banned user get none; a lock does not end a session.
   *
   * `POST /v1/sessions/{session_id}/tokens`, operation `CreateSessionToken`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_too_large`
   */
  createToken(sessionId: string, params?: CreateSessionTokenParams, options?: CallOptions): Promise<Token> {
    return this.#call<Token>(createSessionToken, [sessionId], params, options)
  }

  /**
   * Create a token of a session from a JWT template.
   *
   * A JWT with the claims of the template, filled in for the user of the session. It lives as long as the template says unless told otherwise. It is no session token: it names no session.
   *
   * `POST /v1/sessions/{session_id}/tokens/{template_name}`, operation `CreateSessionTokenFromTemplate`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_too_large`
   */
  createTokenFromTemplate(sessionId: string, templateName: string, params?: CreateSessionTokenFromTemplateParams, options?: CallOptions): Promise<Token> {
    return this.#call<Token>(createSessionTokenFromTemplate, [sessionId, templateName], params, options)
  }
}
