import { Type } from 'typebox'

/** Of lists that are a bare array, or a page with the total. */
export const paging = {
  paginated: Type.Optional(
    Type.Boolean({ description: 'Answer `{ data, total_count }` in place of the bare array.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
  ),
  offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
}
