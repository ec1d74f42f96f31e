import { operation } from '../operation.ts'
import { imageBytesMax } from '../users/set-user-profile-image.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationPath, OrganizationWithLogo } from './organization.ts'
import { heldRefusals } from './organization-attributes.ts'

export const uploadOrganizationLogo = operation({
  id: 'UploadOrganizationLogo',
  method: 'PUT',
  path: '/organizations/{organization_id}/logo',
  tag: 'Organizations',
  summary: 'Upload a logo',
  description:
    'What is taken and what becomes of it is as for the profile pictures of users. It takes the place of the logo before it, whose file is removed unless somebody else has the same picture.',
  params: OrganizationPath,
  query: Nothing,
  upload: {
    field: 'file',
    description: 'The picture.',
    bytesMax: imageBytesMax,
    texts: { uploader_user_id: 'The id of the user whose upload it is, for the record.' },
  },
  result: OrganizationWithLogo,
  refusals: [
    ...heldRefusals,
    'image_format_unknown',
    'image_unreadable',
    'upload_malformed',
    'upload_missing',
    'unsupported_content_type',
    'image_too_large',
    'form_param_unknown',
    'form_param_duplicate',
    'form_param_max_length_exceeded',
    'resource_not_found',
  ],
  roles: ['owner', 'support'],
})
