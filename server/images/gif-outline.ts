import { keeping, type Outline, refuseFrames, Unreadable } from './reading.ts'

const extension = 0x21
const graphicControl = 0xf9
const image = 0x2c
const trailer = 0x3b

/** The size of the colour table that these flags announce. */
const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Where the chain of blocks that begins there ends. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (let length = bytes.readUInt8(at++); length > 0; length = bytes.readUInt8(at++)) at += length
  return at
}

/** Walks all blocks and keeps the first frame, with what says which of its colours is none. */
export function gifOutline(bytes: Buffer): Outline {
  const { keep, kept } = keeping(bytes)
  let width = bytes.readUInt16LE(6)
  let height = bytes.readUInt16LE(8)
  let at = 13 + tableBytes(bytes.readUInt8(10))
  let frames = 0
  keep(0, at)
  while (at < bytes.length && bytes[at] !== trailer) {
    const from = at
    const kind = bytes.readUInt8(at)
    if (kind === extension) {
      const label = bytes.readUInt8(at + 1)
      at = endOfBlocks(bytes, at + 2)
      if (label === graphicControl && frames === 0) keep(from, at)
    } else if (kind === image) {
      refuseFrames(++frames)
      at = endOfBlocks(bytes, from + 11 + tableBytes(bytes.readUInt8(from + 9)))
      if (frames > 1) continue
      // A frame that is larger than the picture enlarges it.
      width = Math.max(width, bytes.readUInt16LE(from + 1) + bytes.readUInt16LE(from + 5))
      height = Math.max(height, bytes.readUInt16LE(from + 3) + bytes.readUInt16LE(from + 7))
      keep(from, at)
    } else throw new Unreadable('is a broken GIF')
  }
  if (frames === 0) throw new Unreadable('has no frame')
  const whole = kept()
  const rawBytes = width * height * 4
  return { width, height, rawBytes, heldBytes: 2 * rawBytes, orientation: 1, bytes: ended(whole) }
}

/** The trailer has no place in memory where the file lacks it. */
const ended = (whole: Buffer) => Buffer.concat([whole, Buffer.from([trailer])])
