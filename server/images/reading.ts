/** A picture that cannot be read, or costs more than a profile picture may. The message follows "The picture". */
export class Unreadable extends Error {}

/** What is known of a picture before any of it is decoded. */
export interface Outline {
  readonly width: number
  readonly height: number
  /** Memory that a decoder needs at once beyond a few rows. */
  readonly heldBytes: number
  /** All that a decoder would write. */
  readonly rawBytes: number
  /** As Exif counts: 1 is upright, up to 8. */
  readonly orientation: number
  /** The picture alone: one frame, the colour profile, and nothing else that the file held. */
  readonly bytes: Buffer
}

const mebibytes = 1024 * 1024
const sideMax = 16_384
export const pixelsMax = 50_000_000
const heldBytesMax = 64 * mebibytes
const rawBytesMax = 256 * mebibytes
export const framesMax = 1000
export const profileBytesMax = mebibytes

/** Throws unless the picture can be decoded within the bounds. */
export function refuseCostly({ width, height, heldBytes, rawBytes }: Outline): void {
  if (width < 1 || height < 1) throw new Unreadable('has no size')
  const tooLarge = width > sideMax || height > sideMax || width * height > pixelsMax
  if (tooLarge || heldBytes > heldBytesMax || rawBytes > rawBytesMax)
    throw new Unreadable(`measures ${width} x ${height} pixels, which is more than can be decoded`)
}

export function refuseFrames(frames: number): void {
  if (frames > framesMax) throw new Unreadable(`has more than ${framesMax} frames`)
}

export function refuseProfile(bytes: number): void {
  if (bytes > profileBytesMax) throw new Unreadable('has an oversized colour profile')
}

/** Moves what is kept of a file to its front, in the file's own memory: a list of the pieces could outgrow it many times. */
export function keeping(bytes: Buffer) {
  let length = 0
  return {
    /** Only in the order of the file. */
    keep(from: number, to: number): void {
      bytes.copyWithin(length, from, to)
      length += to - from
    },
    kept: () => bytes.subarray(0, length),
  }
}
