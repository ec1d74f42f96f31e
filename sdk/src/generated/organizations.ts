// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationParams,
  DeletedObject,
  GetOrganizationParams,
  ListOrganizationsParams,
  MergeOrganizationMetadataParams,
  Organization,
  OrganizationWithLogo,
  ReplaceOrganizationMetadataParams,
  UpdateOrganizationParams,
  UploadOrganizationLogoParams,
} from './types.ts'

const listOrganizations: Operation = {
  id: 'ListOrganizations',
  method: 'GET',
  path: '/organizations',
  query: ['include_members_count', 'include_missing_member_with_elevated_permissions', 'query', 'user_id', 'organization_id', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createOrganization: Operation = {
  id: 'CreateOrganization',
  method: 'POST',
  path: '/organizations',
  query: [],
  hasBody: true,
}

const getOrganization: Operation = {
  id: 'GetOrganization',
  method: 'GET',
  path: '/organizations/{organization_id}',
  query: ['include_members_count', 'include_missing_member_with_elevated_permissions'],
  hasBody: false,
}

const updateOrganization: Operation = {
  id: 'UpdateOrganization',
  method: 'PATCH',
  path: '/organizations/{organization_id}',
  query: [],
  hasBody: true,
}

const deleteOrganization: Operation = {
  id: 'DeleteOrganization',
  method: 'DELETE',
  path: '/organizations/{organization_id}',
  query: [],
  hasBody: false,
}

const mergeOrganizationMetadata: Operation = {
  id: 'MergeOrganizationMetadata',
  method: 'PATCH',
  path: '/organizations/{organization_id}/metadata',
  query: [],
  hasBody: true,
}

const replaceOrganizationMetadata: Operation = {
  id: 'ReplaceOrganizationMetadata',
  method: 'PUT',
  path: '/organizations/{organization_id}/metadata',
  query: [],
  hasBody: true,
}

const uploadOrganizationLogo: Operation = {
  id: 'UploadOrganizationLogo',
  method: 'PUT',
  path: '/organizations/{organization_id}/logo',
  query: [],
  hasBody: false,
  upload: 'file',
  uploadTexts: ['uploader_user_id'],
}

const deleteOrganizationLogo: Operation = {
  id: 'DeleteOrganizationLogo',
  method: 'DELETE',
  path: '/organizations/{organization_id}/logo',
  query: [],
  hasBody: false,
}

export class Organizations {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List organizations.
   *
   * A page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/organizations`, operation `ListOrganizations`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  list(params?: ListOrganizationsParams, options?: CallOptions): Promise<Page<Organization>> {
    return this.#call<Page<Organization>>(listOrganizations, [], params, options)
  }

  /**
   * List organizations.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organizations`, operation `ListOrganizations`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  iterate(params?: Omit<ListOrganizationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<Organization, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<Organization>>(listOrganizations, [], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Create an organization.
   *
   * Without a slug it gets one made of its name. `createdBy` becomes its first member, with the role that the settings name for creators. All or nothing: a refusal leaves no trace.
   *
   * `POST /v1/organizations`, operation `CreateOrganization`.
   *
   * @throws {ValidationError} `organization_creator_not_found`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_invalid_time`, `form_disallow_future_date`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`
   * @throws {PermissionError} `feature_not_enabled`, `organization_slugs_disabled`, `organization_not_enabled_in_instance`
   */
  create(params: CreateOrganizationParams, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(createOrganization, [], params, options)
  }

  /**
   * Get an organization.
   *
   * By its id or by its slug.
   *
   * `GET /v1/organizations/{organization_id}`, operation `GetOrganization`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  get(organizationId: string, params?: GetOrganizationParams, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(getOrganization, [organizationId], params, options)
  }

  /**
   * Update an organization.
   *
   * Changes what is given and nothing else. A limit below the number of members lets nobody else in; those who are there stay. From API version 2026-05-12 on metadata is changed through operations of its own.
   *
   * `PATCH /v1/organizations/{organization_id}`, operation `UpdateOrganization`.
   *
   * @throws {PermissionError} `feature_not_enabled`, `organization_slugs_disabled`, `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_format_invalid`, `form_param_invalid_time`, `form_disallow_future_date`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`
   */
  update(organizationId: string, params: UpdateOrganizationParams, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(updateOrganization, [organizationId], params, options)
  }

  /**
   * Delete an organization.
   *
   * With its memberships, invitations, domains and logo, for good. The users stay; no session is active in it any more.
   *
   * `DELETE /v1/organizations/{organization_id}`, operation `DeleteOrganization`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(organizationId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteOrganization, [organizationId], undefined, options)
  }

  /**
   * Merge and update an organization's metadata.
   *
   * Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.
   *
   * `PATCH /v1/organizations/{organization_id}/metadata`, operation `MergeOrganizationMetadata`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_exceeds_allowed_size`
   */
  updateMetadata(organizationId: string, params: MergeOrganizationMetadataParams, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(mergeOrganizationMetadata, [organizationId], params, options)
  }

  /**
   * Replace an organization's metadata.
   *
   * Each field that is sent replaces the stored one whole; fields not sent stay. `{}` and null clear.
   *
   * `PUT /v1/organizations/{organization_id}/metadata`, operation `ReplaceOrganizationMetadata`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_exceeds_allowed_size`
   */
  replaceMetadata(organizationId: string, params: ReplaceOrganizationMetadataParams, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(replaceOrganizationMetadata, [organizationId], params, options)
  }

  /**
   * Upload a logo.
   *
   * What is taken and what becomes of it is as for the profile pictures of users. It takes the place of the logo before it, whose file is removed unless somebody else has the same picture.
   *
   * `PUT /v1/organizations/{organization_id}/logo`, operation `UploadOrganizationLogo`.
   *
   * @throws {ValidationError} `request_body_invalid`, `form_param_missing`, `image_too_large`, `unsupported_content_type`, `form_param_unknown`, `form_param_duplicate`, `form_param_max_length_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  setLogo(organizationId: string, params: UploadOrganizationLogoParams, options?: CallOptions): Promise<OrganizationWithLogo> {
    return this.#call<OrganizationWithLogo>(uploadOrganizationLogo, [organizationId], params, options)
  }

  /**
   * Remove the logo.
   *
   * `imageUrl` then leads to a drawn one. The file goes, unless another organization or a user has the same picture.
   *
   * `DELETE /v1/organizations/{organization_id}/logo`, operation `DeleteOrganizationLogo`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`, `image_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  deleteLogo(organizationId: string, options?: CallOptions): Promise<Organization> {
    return this.#call<Organization>(deleteOrganizationLogo, [organizationId], undefined, options)
  }
}
