import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import type { Variables } from '#server/settings/environment.ts'
import { imageStore } from '#server/storage/images.ts'
import type { Inspection } from '#server/storage/inspect.ts'
import { StorageUnavailable } from '#server/storage/storage.ts'

const { ok, warning, problem } = checksOf('pictures')

/** Whether the file of each picture that a user has is where this server looks for it. */
export async function checkPictures(variables: Variables, { imageIds }: Inspection): Promise<Check> {
  const images = imageStore(variables)
  const place = variables.images ? `the bucket ${variables.images.bucket}` : 'the folder images'
  const kept = new Set<string>()
  try {
    for await (const { id, isAside } of images.list()) if (!isAside) kept.add(id)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return problem(`${error.message}`, 'see docs/guides/pictures.md')
  }
  const missing = imageIds.filter((id) => !kept.has(id)).length
  if (missing > 0)
    return warning(
      `${missing} of ${imageIds.length} pictures are missing in ${place}`,
      'copy the files of the old place or of a backup there: see docs/guides/pictures.md',
    )
  return ok(`${imageIds.length} pictures of users, all in ${place}`)
}
