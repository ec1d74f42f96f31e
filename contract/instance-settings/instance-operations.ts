import type { Operation } from '../operation.ts'
import { getInstance } from './get-instance.ts'
import { getInstanceOrganizationSettings } from './get-instance-organization-settings.ts'
import { updateInstanceOrganizationSettings } from './update-instance-organization-settings.ts'
import { updateInstanceRestrictions } from './update-instance-restrictions.ts'

/** The installation as a whole, and those of its settings that the API can change. */
export const instanceOperations: readonly Operation[] = [
  getInstance,
  updateInstanceRestrictions,
  getInstanceOrganizationSettings,
  updateInstanceOrganizationSettings,
]
