import { Type } from 'typebox'

/** The path of every operation on one of the user's addresses. */
export const EmailPath = Type.Object({ email_id: Type.String({ description: 'The id of the address.' }) })
