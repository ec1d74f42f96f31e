import { Type } from 'typebox'
import { named } from './shapes.ts'

/** The answer to a deletion. `external_id` is present when the deleted user had one. */
export const DeletedObject = named(
  'DeletedObject',
  Type.Object(
    {
      object: Type.String({ description: 'What was deleted, such as `user`.' }),
      id: Type.String({ description: 'Its id.' }),
      deleted: Type.Boolean({ description: 'Always true.' }),
      slug: Type.Optional(Type.String({ description: 'The slug of a deleted organization.' })),
      external_id: Type.Optional(
        Type.String({ description: 'The external id of a deleted user that had one.' }),
      ),
    },
    { additionalProperties: false },
  ),
)
