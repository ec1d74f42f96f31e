// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  Instance,
  InstanceRestrictions,
  OrganizationSettings,
  UpdateInstanceOrganizationSettingsParams,
  UpdateInstanceRestrictionsParams,
} from './types.ts'

const getInstance: Operation = {
  id: 'GetInstance',
  method: 'GET',
  path: '/instance',
  query: [],
  hasBody: false,
}

const updateInstanceRestrictions: Operation = {
  id: 'UpdateInstanceRestrictions',
  method: 'PATCH',
  path: '/instance/restrictions',
  query: [],
  hasBody: true,
}

const getInstanceOrganizationSettings: Operation = {
  id: 'GetInstanceOrganizationSettings',
  method: 'GET',
  path: '/instance/organization_settings',
  query: [],
  hasBody: false,
}

const updateInstanceOrganizationSettings: Operation = {
  id: 'UpdateInstanceOrganizationSettings',
  method: 'PATCH',
  path: '/instance/organization_settings',
  query: [],
  hasBody: true,
}

export class InstanceSettings {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Get the instance.
   *
   * This installation: one database, and every server process over it.
   *
   * `GET /v1/instance`, operation `GetInstance`.
   */
  get(options?: CallOptions): Promise<Instance> {
    return this.#call<Instance>(getInstance, [], undefined, options)
  }

  /**
   * Update who may come in.
   *
   * Changes what is given; null is not given. It holds in every server process at once. What the settings file gives (`restrictions`) cannot be changed here.
   *
   * `PATCH /v1/instance/restrictions`, operation `UpdateInstanceRestrictions`.
   *
   * @throws {ConflictError} `resource_locked`
   */
  updateRestrictions(params: UpdateInstanceRestrictionsParams, options?: CallOptions): Promise<InstanceRestrictions> {
    return this.#call<InstanceRestrictions>(updateInstanceRestrictions, [], params, options)
  }

  /**
   * Get the settings of organizations.
   *
   * What holds now: the settings file, then what the API has changed, then the defaults.
   *
   * `GET /v1/instance/organization_settings`, operation `GetInstanceOrganizationSettings`.
   */
  getOrganizationSettings(options?: CallOptions): Promise<OrganizationSettings> {
    return this.#call<OrganizationSettings>(getInstanceOrganizationSettings, [], undefined, options)
  }

  /**
   * Update the settings of organizations.
   *
   * Changes what is given; null is not given. It holds in every server process at once. What the settings file gives (`organizations`) cannot be changed here. Roles are named by id, and answered by key.
   *
   * `PATCH /v1/instance/organization_settings`, operation `UpdateInstanceOrganizationSettings`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_value_too_large`, `form_param_array_size_exceeded`, `organization_missing_creator_role_permissions`
   */
  updateOrganizationSettings(params: UpdateInstanceOrganizationSettingsParams, options?: CallOptions): Promise<OrganizationSettings> {
    return this.#call<OrganizationSettings>(updateInstanceOrganizationSettings, [], params, options)
  }
}
