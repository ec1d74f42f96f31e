import type { Group } from './statement.ts'

export const setUserProfileImage: Group = {
  title: 'Upload a profile picture',
  operation: 'SetUserProfileImage',
  statements: [
    {
      id: 'IMG-1',
      text: 'JPEG, PNG, GIF and WebP up to 10 MB are taken, told by their bytes alone; more: 413 `image_too_large`; other formats and broken pictures: 400 `request_body_invalid`.',
    },
    {
      id: 'IMG-2',
      text: 'No part `file`: 400 `form_param_missing`, "Image file missing"; no multipart form: 415 `unsupported_content_type`; other parts are refused.',
    },
    {
      id: 'IMG-3',
      text: 'The answer is the user with `has_image` true and new addresses; a second upload replaces the first.',
    },
    { id: 'IMG-4', text: 'One `user.updated` is recorded, unless the picture is the one that the user has.' },
    {
      id: 'IMG-5',
      text: 'What is stored is a square WebP of at most 1024 pixels, upright, without Exif, XMP, place or profile; of a moving picture the first frame.',
    },
    {
      id: 'IMG-6',
      text: 'Bombs, lying headers, polyglots and broken files are refused or come out as pixels alone; none costs the server more than 150 MB.',
    },
    {
      id: 'IMG-7',
      text: 'The address may be cached for ever, cannot act as a page, and answers four smaller sizes; an unknown id: 404 `image_not_found`.',
    },
    {
      id: 'IMG-8',
      text: 'A replaced, removed or deleted picture is gone from the disk, unless another user has it; uploads at once leave one file.',
    },
    {
      id: 'IMG-9',
      text: 'Files are whole or absent; what a crash leaves without a user is removed by a later start, and what a user has stays.',
    },
    {
      id: 'IMG-10',
      text: 'Pictures may lie in a bucket that speaks S3; a bucket or disk that is away is 503.',
    },
  ],
}

export const deleteUserProfileImage: Group = {
  title: 'Remove the profile picture',
  operation: 'DeleteUserProfileImage',
  statements: [
    { id: 'IMD-1', text: '`has_image` becomes false, and the addresses lead to a drawn picture.' },
    { id: 'IMD-2', text: 'Without a picture: 404 `image_not_found`.' },
  ],
}
