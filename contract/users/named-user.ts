import { Type } from 'typebox'
import { named } from '../shapes.ts'

/** What the operations on second factors answer. */
export const NamedUser = named(
  'NamedUser',
  Type.Object(
    { user_id: Type.String({ description: '`user_…`' }) },
    { additionalProperties: false, description: 'The user whose second factors have changed.' },
  ),
)
