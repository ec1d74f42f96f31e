import type { Organization } from '#server/organizations/organization.ts'
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

/** The same of the logo of an organization. */
export const logoAddress = (
  world: { publicUrl: string; instanceId: string },
  { id, name, image_id }: Pick<Organization, 'id' | 'name' | 'image_id'>,
): string => pictureAddress(world, { id, image_id, first_name: name, last_name: null })
