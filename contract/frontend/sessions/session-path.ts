import { Type } from 'typebox'

/** The path of every operation on one session of the client. */
export const SessionPath = Type.Object({ session_id: Type.String({ description: 'The id of the session.' }) })
