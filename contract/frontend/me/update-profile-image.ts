import { imageBytesMax } from '../../users/set-user-profile-image.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Image } from '../image.ts'

export const updateProfileImage = frontendOperation({
  id: 'updateProfileImage',
  method: 'POST',
  path: '/me/profile_image',
  tag: 'Own account',
  summary: 'Upload an own profile picture',
  description:
    'A JPEG, PNG, GIF or WebP picture of at most 10 MB, as a part of a form or as base64 text with the type `application/octet-stream`. It is cut square and stored as WebP, with nothing but its pixels.',
  params: Nothing,
  query: Nothing,
  upload: { field: 'file', description: 'The picture.', bytesMax: imageBytesMax },
  envelope: 'with_client',
  result: Image,
  needs: 'session',
  refusals: [
    'image_format_unknown',
    'image_unreadable',
    'upload_malformed',
    'upload_missing',
    'unsupported_content_type',
    'image_too_large',
    'form_param_unknown',
    'form_param_duplicate',
    'resource_locked',
  ],
})
