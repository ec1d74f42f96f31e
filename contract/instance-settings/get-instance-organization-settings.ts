import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationSettings } from './instance.ts'

export const getInstanceOrganizationSettings = operation({
  id: 'GetInstanceOrganizationSettings',
  method: 'GET',
  path: '/instance/organization_settings',
  tag: 'Instance Settings',
  summary: 'Get the settings of organizations',
  description: 'What holds now: the settings file, then what the API has changed, then the defaults.',
  params: Nothing,
  query: Nothing,
  result: OrganizationSettings,
  refusals: [],
  roles: ['owner', 'support', 'read_only'],
})
