import { Type } from 'typebox'

export const SignUpPath = Type.Object({
  sign_up_id: Type.String({ description: 'Id of a sign-up of this client, `sua_…`.' }),
})
