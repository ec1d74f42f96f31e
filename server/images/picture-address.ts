import { defaultPicture } from './default-picture.ts'

interface PictureOf {
  readonly id: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly image_id: string | null
}

/** Where the picture of a user is: the uploaded one, or else one that is drawn from the name. */
export const pictureAddress = (world: { publicUrl: string; instanceId: string }, user: PictureOf): string =>
  user.image_id ? `${world.publicUrl}/images/${user.image_id}` : defaultPicture(world, user)
