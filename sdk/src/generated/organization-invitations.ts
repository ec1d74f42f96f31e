// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationInvitationBulkParams,
  CreateOrganizationInvitationParams,
  ListInstanceOrganizationInvitationsParams,
  ListOrganizationInvitationsParams,
  ListPendingOrganizationInvitationsParams,
  OrganizationInvitation,
  OrganizationInvitationPage,
  OrganizationInvitationWithOrganization,
  RevokeOrganizationInvitationParams,
} from './types.ts'

const listOrganizationInvitations: Operation = {
  id: 'ListOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations',
  query: ['status', 'email_address', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createOrganizationInvitation: Operation = {
  id: 'CreateOrganizationInvitation',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations',
  query: [],
  hasBody: true,
}

const createOrganizationInvitationBulk: Operation = {
  id: 'CreateOrganizationInvitationBulk',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/bulk',
  query: [],
  hasBody: true,
  bodyList: 'invitations',
}

const listPendingOrganizationInvitations: Operation = {
  id: 'ListPendingOrganizationInvitations',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations/pending',
  query: ['limit', 'offset'],
  hasBody: false,
}

const getOrganizationInvitation: Operation = {
  id: 'GetOrganizationInvitation',
  method: 'GET',
  path: '/organizations/{organization_id}/invitations/{invitation_id}',
  query: [],
  hasBody: false,
}

const revokeOrganizationInvitation: Operation = {
  id: 'RevokeOrganizationInvitation',
  method: 'POST',
  path: '/organizations/{organization_id}/invitations/{invitation_id}/revoke',
  query: [],
  hasBody: true,
}

const listInstanceOrganizationInvitations: Operation = {
  id: 'ListInstanceOrganizationInvitations',
  method: 'GET',
  path: '/organization_invitations',
  query: ['status', 'query', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

export class OrganizationInvitations {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List the invitations of an organization.
   *
   * Newest first. No answer has a link: it is in the answer to the creation alone.
   *
   * `GET /v1/organizations/{organization_id}/invitations`, operation `ListOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_value_invalid`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  list(organizationId: string, params?: ListOrganizationInvitationsParams, options?: CallOptions): Promise<Page<OrganizationInvitation>> {
    return this.#call<Page<OrganizationInvitation>>(listOrganizationInvitations, [organizationId], params, options)
  }

  /**
   * List the invitations of an organization.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organizations/{organization_id}/invitations`, operation `ListOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_value_invalid`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  iterate(organizationId: string, params?: Omit<ListOrganizationInvitationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationInvitation>>(listOrganizationInvitations, [organizationId], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Invite somebody to an organization.
   *
   * Mails a link that whoever owns the address can accept once. The answer has the link too, and is the only one that ever does. An address has one open invitation to an organization.
   *
   * `POST /v1/organizations/{organization_id}/invitations`, operation `CreateOrganizationInvitation`.
   *
   * @throws {ValidationError} `already_a_member_in_organization`, `organization_invitation_not_unique`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_resource_not_found`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `not_an_admin_in_organization`, `organization_membership_quota_exceeded`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  create(organizationId: string, params: CreateOrganizationInvitationParams, options?: CallOptions): Promise<OrganizationInvitation> {
    return this.#call<OrganizationInvitation>(createOrganizationInvitation, [organizationId], params, options)
  }

  /**
   * Invite several people to an organization.
   *
   * The body is a bare array of 1 to 10 invitations. All are made, or none.
   *
   * `POST /v1/organizations/{organization_id}/invitations/bulk`, operation `CreateOrganizationInvitationBulk`.
   *
   * @throws {ValidationError} `already_a_member_in_organization`, `organization_invitation_not_unique`, `bulk_size_exceeded`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_resource_not_found`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `not_an_admin_in_organization`, `organization_membership_quota_exceeded`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  createMany(organizationId: string, params: CreateOrganizationInvitationBulkParams, options?: CallOptions): Promise<OrganizationInvitationPage> {
    return this.#call<OrganizationInvitationPage>(createOrganizationInvitationBulk, [organizationId], params, options)
  }

  /**
   * List the open invitations of an organization.
   *
   * Newest first. Deprecated: the list of all invitations takes `status=pending`.
   *
   * `GET /v1/organizations/{organization_id}/invitations/pending`, operation `ListPendingOrganizationInvitations`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  listPending(organizationId: string, params?: ListPendingOrganizationInvitationsParams, options?: CallOptions): Promise<Page<OrganizationInvitation>> {
    return this.#call<Page<OrganizationInvitation>>(listPendingOrganizationInvitations, [organizationId], params, options)
  }

  /**
   * List the open invitations of an organization.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organizations/{organization_id}/invitations/pending`, operation `ListPendingOrganizationInvitations`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  iteratePending(organizationId: string, params?: Omit<ListPendingOrganizationInvitationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationInvitation>>(listPendingOrganizationInvitations, [organizationId], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Get an invitation to an organization.
   *
   * With how it stands at this moment.
   *
   * `GET /v1/organizations/{organization_id}/invitations/{invitation_id}`, operation `GetOrganizationInvitation`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`, `organization_invitation_not_found`
   */
  get(organizationId: string, invitationId: string, options?: CallOptions): Promise<OrganizationInvitation> {
    return this.#call<OrganizationInvitation>(getOrganizationInvitation, [organizationId, invitationId], undefined, options)
  }

  /**
   * Revoke an invitation to an organization.
   *
   * Its link is worth nothing from this moment on. Only an open one can be revoked.
   *
   * `POST /v1/organizations/{organization_id}/invitations/{invitation_id}/revoke`, operation `RevokeOrganizationInvitation`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `not_an_admin_in_organization`
   * @throws {NotFoundError} `resource_not_found`, `organization_invitation_not_found`, `organization_invitation_not_pending`
   * @throws {ConflictError} `resource_locked`
   */
  revoke(organizationId: string, invitationId: string, params?: RevokeOrganizationInvitationParams, options?: CallOptions): Promise<OrganizationInvitation> {
    return this.#call<OrganizationInvitation>(revokeOrganizationInvitation, [organizationId, invitationId], params, options)
  }

  /**
   * List the invitations of all organizations.
   *
   * Newest first, each with what it invites to.
   *
   * `GET /v1/organization_invitations`, operation `ListInstanceOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_value_invalid`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   */
  listAll(params?: ListInstanceOrganizationInvitationsParams, options?: CallOptions): Promise<Page<OrganizationInvitationWithOrganization>> {
    return this.#call<Page<OrganizationInvitationWithOrganization>>(listInstanceOrganizationInvitations, [], params, options)
  }

  /**
   * List the invitations of all organizations.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organization_invitations`, operation `ListInstanceOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_value_invalid`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   */
  iterateAll(params?: Omit<ListInstanceOrganizationInvitationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationInvitationWithOrganization, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationInvitationWithOrganization>>(listInstanceOrganizationInvitations, [], params, options).then(({ data }) => data),
      params,
    )
  }
}
