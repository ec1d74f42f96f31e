import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { Organization } from './organization.ts'
import {
  attributeRefusals,
  nameOfOrganization,
  organizationAttributes,
  organizationMetadata,
} from './organization-attributes.ts'

export const createOrganization = operation({
  id: 'CreateOrganization',
  method: 'POST',
  path: '/organizations',
  tag: 'Organizations',
  summary: 'Create an organization',
  description:
    'Without a slug it gets one made of its name. `created_by` becomes its first member, with the role that the settings name for creators. All or nothing: a refusal leaves no trace.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      name: nameOfOrganization,
      ...organizationAttributes,
      created_by: Type.Optional(
        nullable(Type.String({ description: 'The id of the user who becomes the first member.' })),
      ),
      ...organizationMetadata,
    },
    { additionalProperties: false },
  ),
  result: Organization,
  refusals: ['form_param_missing', ...attributeRefusals, 'organization_creator_not_found'],
  roles: ['owner', 'support'],
})
