import { getInstance } from '#contract/instance-settings/get-instance.ts'
import { getInstanceOrganizationSettings } from '#contract/instance-settings/get-instance-organization-settings.ts'
import { updateInstanceOrganizationSettings } from '#contract/instance-settings/update-instance-organization-settings.ts'
import { updateInstanceRestrictions } from '#contract/instance-settings/update-instance-restrictions.ts'
import * as instance from '#server/instance-settings/get-instance.ts'
import * as read from '#server/instance-settings/get-instance-organization-settings.ts'
import * as update from '#server/instance-settings/update-instance-organization-settings.ts'
import * as restrict from '#server/instance-settings/update-instance-restrictions.ts'
import { presentInstance, presentOrganizationSettings, presentRestrictions } from './present-instance.ts'
import { type Route, route } from './route.ts'

/** The operations of the installation as a whole and of its settings. */
export const instanceRoutes: readonly Route[] = [
  route(getInstance, instance.getInstance, presentInstance),
  route(updateInstanceRestrictions, restrict.updateInstanceRestrictions, presentRestrictions),
  route(getInstanceOrganizationSettings, read.getInstanceOrganizationSettings, presentOrganizationSettings),
  route(
    updateInstanceOrganizationSettings,
    update.updateInstanceOrganizationSettings,
    presentOrganizationSettings,
  ),
]
