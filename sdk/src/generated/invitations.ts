// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateBulkInvitationsParams,
  CreateInvitationParams,
  Invitation,
  ListInvitationsParams,
} from './types.ts'

const listInvitations: Operation = {
  id: 'ListInvitations',
  method: 'GET',
  path: '/invitations',
  query: ['status', 'query', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createInvitation: Operation = {
  id: 'CreateInvitation',
  method: 'POST',
  path: '/invitations',
  query: [],
  hasBody: true,
}

const createBulkInvitations: Operation = {
  id: 'CreateBulkInvitations',
  method: 'POST',
  path: '/invitations/bulk',
  query: [],
  hasBody: true,
  bodyList: 'invitations',
}

const revokeInvitation: Operation = {
  id: 'RevokeInvitation',
  method: 'POST',
  path: '/invitations/{invitation_id}/revoke',
  query: [],
  hasBody: false,
}

export class Invitations {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List invitations to the application.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/invitations`, operation `ListInvitations`.
   *
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  list(params?: ListInvitationsParams, options?: CallOptions): Promise<Page<Invitation>> {
    return this.#call<Page<Invitation>>(listInvitations, [], { ...params, paginated: true }, options)
  }

  /**
   * List invitations to the application.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/invitations`, operation `ListInvitations`.
   *
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  iterate(params?: Omit<ListInvitationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<Invitation, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly Invitation[]>(listInvitations, [], params, options), params)
  }

  /**
   * Invite somebody to the application.
   *
   * Mails a link with which whoever reads it can sign up once, with that address. The answer has the link too, and is the only one that ever does. An address has one open invitation.
   *
   * `POST /v1/invitations`, operation `CreateInvitation`.
   *
   * @throws {ValidationError} `duplicate_record`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`
   * @throws {PermissionError} `feature_not_enabled`
   */
  create(params: CreateInvitationParams, options?: CallOptions): Promise<Invitation> {
    return this.#call<Invitation>(createInvitation, [], params, options)
  }

  /**
   * Invite several people to the application.
   *
   * The body is a bare array of 1 to 10 invitations. All are made, or none. They are answered in the same order.
   *
   * `POST /v1/invitations/bulk`, operation `CreateBulkInvitations`.
   *
   * @throws {ValidationError} `duplicate_record`, `bulk_size_exceeded`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`
   */
  createMany(params: CreateBulkInvitationsParams, options?: CallOptions): Promise<readonly Invitation[]> {
    return this.#call<readonly Invitation[]>(createBulkInvitations, [], params, options)
  }

  /**
   * Revoke an invitation to the application.
   *
   * Its link is worth nothing from this moment on. One that was accepted or revoked before is refused; one that has run out can be revoked.
   *
   * `POST /v1/invitations/{invitation_id}/revoke`, operation `RevokeInvitation`.
   *
   * @throws {ValidationError} `invitation_already_accepted`, `invitation_already_revoked`
   * @throws {NotFoundError} `resource_not_found`
   */
  revoke(invitationId: string, options?: CallOptions): Promise<Invitation> {
    return this.#call<Invitation>(revokeInvitation, [invitationId], undefined, options)
  }
}
