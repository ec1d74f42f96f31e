import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const imageBytesMax = 10 * 1024 * 1024

export const setUserProfileImage = operation({
  id: 'SetUserProfileImage',
  method: 'POST',
  path: '/users/{user_id}/profile_image',
  tag: 'Users',
  summary: 'Upload a profile picture',
  description:
    'Takes a JPEG, PNG, GIF or WebP picture of at most 10 MB, whatever its name and its declared type are. It is cut square, turned upright, made at most 1024 pixels wide and stored as WebP, with nothing but its pixels; of a moving picture the first frame stays. It takes the place of the picture before it, whose file is removed.',
  params: UserPath,
  query: Nothing,
  upload: {
    field: 'file',
    description: 'The picture.',
    bytesMax: imageBytesMax,
  },
  result: User,
  refusals: [
    'image_format_unknown',
    'image_unreadable',
    'upload_malformed',
    'upload_missing',
    'unsupported_content_type',
    'image_too_large',
    'form_param_unknown',
    'form_param_duplicate',
    'resource_not_found',
    'resource_locked',
  ],
  roles: ['owner', 'support'],
})
