import { imageIdOf } from '#server/images/image-id.ts'
import { dropUnusedImage, givingImage } from '#server/images/keep-image.ts'
import { Refusal } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeOrganization } from './change-organization.ts'
import type { Organization } from './organization.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** Of two uploads at once the later one stays, and the file of the other goes. */
export async function giveLogo(
  world: World,
  call: Call,
  id: string,
  file: Buffer,
  admit?: Admission,
  details: { readonly uploader_user_id?: string } = {},
): Promise<Organization> {
  // Nothing is decoded for an organization that is not there, or for somebody who may not give it a logo.
  await withinOrganization(world, id, admit, async () => {})
  const picture = await world.pictures.make(file)
  return givingImage(world, imageIdOf(picture), picture, (imageOf) =>
    changeOrganization(world, call, id, imageOf, admit, details),
  )
}

export async function dropLogo(
  world: World,
  call: Call,
  id: string,
  admit?: Admission,
): Promise<Organization> {
  let removed: string | null = null
  const organization = await changeOrganization(
    world,
    call,
    id,
    ({ image_id }) => {
      if (image_id === null) throw new Refusal('image_not_found')
      removed = image_id
      return { image_id: null }
    },
    admit,
  )
  await dropUnusedImage(world, removed)
  return organization
}
