import type { Input } from '#contract/operation.ts'
import type { replaceUserMetadata as contract } from '#contract/users/replace-user-metadata.ts'
import { refuseAny } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeUser } from './change-user.ts'
import { metadataFields, wholeMetadata } from './metadata.ts'
import type { User } from './user.ts'
import { writeMetadata } from './write-metadata.ts'

export const replaceUserMetadata = (world: World, input: Input<typeof contract>, call: Call): Promise<User> =>
  changeUser(world, call, input.user_id, (user) => {
    const { attributes, problems } = writeMetadata(user, givenMetadata(input))
    refuseAny(problems)
    return { attributes, changed: Object.keys(attributes) }
  })

/** Each given field as it will be stored whole. */
export const givenMetadata = (input: Pick<Input<typeof contract>, (typeof metadataFields)[number]>) =>
  metadataFields.flatMap((field) => {
    const value = input[field]
    return value === undefined ? [] : [[field, wholeMetadata(field, value)] as const]
  })
