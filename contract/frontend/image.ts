import { Type } from 'typebox'
import { named, words } from '../shapes.ts'

export const Image = named(
  'Image',
  Type.Object(
    {
      object: words(['image']),
      id: Type.String({ description: '`img_…`' }),
      name: Type.String({ description: 'What a download of it is called.' }),
      public_url: Type.String({ description: 'Where it can be seen.' }),
    },
    { additionalProperties: false },
  ),
)
