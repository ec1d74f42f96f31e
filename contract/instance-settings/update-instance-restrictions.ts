import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { InstanceRestrictions } from './instance.ts'

export const updateInstanceRestrictions = operation({
  id: 'UpdateInstanceRestrictions',
  method: 'PATCH',
  path: '/instance/restrictions',
  tag: 'Instance Settings',
  summary: 'Update who may come in',
  description:
    'Changes what is given; null is not given. It holds in every server process at once. What the settings file gives (`restrictions`) cannot be changed here.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      allowlist: flag('Only identifiers of the allowlist come in.'),
      blocklist: flag('Identifiers of the blocklist stay out.'),
      allowlist_blocklist_disabled_on_sign_in: flag('The lists hold for new users alone.'),
      block_email_subaddresses: flag('Addresses with a `+` part are refused.'),
      block_disposable_email_domains: flag('Addresses of throw-away mail services are refused.'),
    },
    { additionalProperties: false },
  ),
  result: InstanceRestrictions,
  refusals: ['resource_locked'],
  roles: ['owner'],
})
