// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateJWTTemplateParams,
  DeletedObject,
  JWTTemplate,
  ListJWTTemplatesParams,
  UpdateJWTTemplateParams,
} from './types.ts'

const listJWTTemplates: Operation = {
  id: 'ListJWTTemplates',
  method: 'GET',
  path: '/jwt_templates',
  query: ['limit', 'offset'],
  hasBody: false,
}

const createJWTTemplate: Operation = {
  id: 'CreateJWTTemplate',
  method: 'POST',
  path: '/jwt_templates',
  query: [],
  hasBody: true,
}

const getJWTTemplate: Operation = {
  id: 'GetJWTTemplate',
  method: 'GET',
  path: '/jwt_templates/{template_id}',
  query: [],
  hasBody: false,
}

const updateJWTTemplate: Operation = {
  id: 'UpdateJWTTemplate',
  method: 'PATCH',
  path: '/jwt_templates/{template_id}',
  query: [],
  hasBody: true,
}

const deleteJWTTemplate: Operation = {
  id: 'DeleteJWTTemplate',
  method: 'DELETE',
  path: '/jwt_templates/{template_id}',
  query: [],
  hasBody: false,
}

export class JwtTemplates {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List JWT templates.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/jwt_templates`, operation `ListJWTTemplates`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: ListJWTTemplatesParams, options?: CallOptions): Promise<Page<JWTTemplate>> {
    return this.#call<Page<JWTTemplate>>(listJWTTemplates, [], { ...params, paginated: true }, options)
  }

  /**
   * List JWT templates.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/jwt_templates`, operation `ListJWTTemplates`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<ListJWTTemplatesParams, 'offset'>, options?: CallOptions): AsyncGenerator<JWTTemplate, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly JWTTemplate[]>(listJWTTemplates, [], params, options), params)
  }

  /**
   * Create a JWT template.
   *
   * A template describes tokens for other services: claims of your choice, filled in for the user who is signed in. The guide to tokens lists the shortcodes.
   *
   * `POST /v1/jwt_templates`, operation `CreateJWTTemplate`.
   *
   * @throws {ValidationError} `jwt_template_reserved_claim`, `form_param_nil`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_format_invalid`, `form_param_exceeds_allowed_size`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_identifier_exists`, `form_param_missing`
   */
  create(params: CreateJWTTemplateParams, options?: CallOptions): Promise<JWTTemplate> {
    return this.#call<JWTTemplate>(createJWTTemplate, [], params, options)
  }

  /**
   * Get a JWT template.
   *
   * A signing key that it has is in no answer.
   *
   * `GET /v1/jwt_templates/{template_id}`, operation `GetJWTTemplate`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(templateId: string, options?: CallOptions): Promise<JWTTemplate> {
    return this.#call<JWTTemplate>(getJWTTemplate, [templateId], undefined, options)
  }

  /**
   * Update a JWT template.
   *
   * Changes what is given. Claims are replaced as a whole. Null leaves a parameter as it is; `custom_signing_key: false` forgets the key.
   *
   * `PATCH /v1/jwt_templates/{template_id}`, operation `UpdateJWTTemplate`.
   *
   * @throws {ValidationError} `jwt_template_reserved_claim`, `form_param_nil`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_format_invalid`, `form_param_exceeds_allowed_size`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_identifier_exists`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(templateId: string, params: UpdateJWTTemplateParams, options?: CallOptions): Promise<JWTTemplate> {
    return this.#call<JWTTemplate>(updateJWTTemplate, [templateId], params, options)
  }

  /**
   * Delete a JWT template.
   *
   * No more tokens are made of it. Those that are out live as long as they say.
   *
   * `DELETE /v1/jwt_templates/{template_id}`, operation `DeleteJWTTemplate`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(templateId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteJWTTemplate, [templateId], undefined, options)
  }
}
