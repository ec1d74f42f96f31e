import type { Difference } from './difference.ts'

export const pictureDifferences: readonly Difference[] = [
  {
    topic: 'What is stored of an uploaded picture',
    ours: 'A square WebP of at most 1024 pixels, cut from the middle; of a moving picture the first frame.',
    theirs: 'Not published; pictures are cut and scaled as their address asks.',
    reason: 'Pixels alone are kept, so that no metadata and no hidden content outlives an upload.',
  },
  {
    topic: 'Pictures of more than 50 million pixels, or that need more than 64 MB while they are decoded',
    ours: '400 `request_body_invalid`, before they are decoded.',
    theirs: 'Not published.',
    reason: 'A few bytes can ask for any amount of memory.',
  },
  {
    topic: 'Queries of a picture address',
    ours: '`width` and `height` are answered with the next larger of 64, 128, 256 and 512 pixels, or the whole; `fit` and `quality` change nothing.',
    theirs: 'Any width, height, fit and quality.',
    reason: 'Anybody may ask, and sizes without number would be work without number.',
  },
  {
    topic: '`profile_image_id`',
    ours: 'The id at the end of the `image_url` of any user who has an uploaded picture.',
    theirs: 'The id of a stored picture; which ones count is not published.',
    reason: 'A picture that nobody has is removed.',
  },
  {
    topic: 'Parts of the form beside `file`',
    ours: '422 `form_param_unknown`; a second `file` 422 `form_param_duplicate`.',
    theirs: 'Not published.',
    reason: 'As for the keys of a JSON body.',
  },
]
