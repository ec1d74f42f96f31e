import type { ImageStore } from '#server/images/image-store.ts'
import type { Config } from '#server/settings/config.ts'
import { imageBucket } from './image-bucket.ts'
import { imageFolder, imagesFolder } from './image-folder.ts'

/** Where the pictures of this instance are kept. Nothing is opened before the first of them. */
export const imageStore = ({ images, data }: Pick<Config, 'images' | 'data'>): ImageStore =>
  images ? imageBucket(images) : imageFolder(imagesFolder(data))
