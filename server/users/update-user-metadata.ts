import type { Input } from '#contract/operation.ts'
import type { updateUserMetadata as contract } from '#contract/users/update-user-metadata.ts'
import { refuseAny } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeUser } from './change-user.ts'
import { mergeMetadata, metadataFields } from './metadata.ts'
import type { User } from './user.ts'
import { writeMetadata } from './write-metadata.ts'

/** Merges each given field into the stored one while the row is held: of parallel merges every key stays. */
export const updateUserMetadata = (world: World, input: Input<typeof contract>, call: Call): Promise<User> =>
  changeUser(world, call, input.user_id, (user) => {
    const merged = metadataFields.flatMap((field) => {
      const patch = input[field]
      return patch === undefined || patch === null
        ? []
        : [[field, mergeMetadata(user[field], patch)] as const]
    })
    const { attributes, problems } = writeMetadata(user, merged)
    refuseAny(problems)
    return { attributes, changed: Object.keys(attributes) }
  })
