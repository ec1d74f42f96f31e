import { randomInt } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { png } from './builders.ts'

/** Four quarters of different colours, so that a turned picture is told from an upright one. */
export const corners = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
} as const

function pixels(width: number, height: number): Buffer {
  const { red, green, blue, white } = corners
  const rows = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [left, right] = y < height / 2 ? [red, green] : [blue, white]
      rows.set(x < width / 2 ? left : right, (y * width + x) * 3)
    }
  return rows
}

/** To be written in any format. Red, green, blue, white: top left, top right, bottom left, bottom right. */
export const picture = (width = 400, height = 300) =>
  sharp(pixels(width, height), { raw: { width, height, channels: 3 } })

/** A small PNG that no other call gives. */
export function anyPicture(): Buffer {
  const [width, height] = [8, 8]
  const rows = Buffer.concat(
    Array.from({ length: height }, () =>
      Buffer.concat([Buffer.alloc(1), Buffer.from(Array.from({ length: width * 3 }, () => randomInt(256)))]),
    ),
  )
  return png({ width, height, data: deflateSync(rows) })
}

export function pictureForm(
  bytes: Uint8Array,
  { field = 'file', name = 'blob', type = '' }: { field?: string; name?: string; type?: string } = {},
): FormData {
  const form = new FormData()
  form.append(field, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), name)
  return form
}
