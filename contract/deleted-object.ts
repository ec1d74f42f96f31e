import { Type } from 'typebox'
import { named } from './shapes.ts'

/** The answer to a deletion. `external_id` is present when the deleted user had one. */
export const DeletedObject = named(
  'DeletedObject',
  Type.Object(
    {
      object: Type.String(),
      id: Type.String(),
      deleted: Type.Boolean(),
      slug: Type.Optional(Type.String()),
      external_id: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
)
