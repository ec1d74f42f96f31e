import { OrganizationPath } from '../../organizations/organization.ts'
import { imageBytesMax } from '../../users/set-user-profile-image.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Organization } from './organization.ts'
import { writeRefusals } from './room.ts'

export const updateOrganizationLogo = frontendOperation({
  id: 'updateOrganizationLogo',
  method: 'PUT',
  path: '/organizations/{organization_id}/logo',
  tag: 'Organizations',
  summary: 'Upload a logo',
  description:
    'Needs `org:sys_profile:manage`. A JPEG, PNG, GIF or WebP picture of at most 10 MB, as a part of a form or as base64 text with the type `application/octet-stream`. It is cut square and stored as WebP, with nothing but its pixels.',
  params: OrganizationPath,
  query: Nothing,
  upload: { field: 'file', description: 'The picture.', bytesMax: imageBytesMax },
  envelope: 'with_client',
  result: Organization,
  needs: 'session',
  refusals: [
    ...writeRefusals,
    'image_format_unknown',
    'image_unreadable',
    'upload_malformed',
    'upload_missing',
    'unsupported_content_type',
    'image_too_large',
    'form_param_unknown',
    'form_param_duplicate',
  ],
})
