import { Type } from 'typebox'

export const SignInPath = Type.Object({
  sign_in_id: Type.String({ description: 'Id of an attempt of this client, `sia_…`.' }),
})
