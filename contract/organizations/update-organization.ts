import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag, nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { Organization, OrganizationPath } from './organization.ts'
import {
  attributeRefusals,
  heldRefusals,
  nameOfOrganization,
  organizationAttributes,
  organizationMetadata,
} from './organization-attributes.ts'

export const updateOrganization = operation({
  id: 'UpdateOrganization',
  method: 'PATCH',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Update an organization',
  description:
    'Changes what is given and nothing else. A limit below the number of members lets nobody else in; those who are there stay. From API version 2026-05-12 on metadata is changed through operations of its own.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.Optional(nullable(nameOfOrganization)),
      ...organizationAttributes,
      admin_delete_enabled: flag('Members with the permission may delete it.'),
      ...organizationMetadata,
    },
    { additionalProperties: false },
  ),
  result: Organization,
  refusals: [
    ...attributeRefusals,
    ...heldRefusals.filter((name) => name !== 'organization_not_enabled_in_instance'),
  ],
  roles: ['owner', 'support'],
})
