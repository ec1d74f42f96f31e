import { exifOrientation } from './exif-orientation.ts'
import { type Outline, refuseFrames, refuseProfile, Unreadable } from './reading.ts'

interface Chunk {
  readonly type: string
  readonly data: Buffer
  /** With its head, padded to an even length. */
  readonly whole: Buffer
}

function* chunksOf(bytes: Buffer, from: number, to: number): Generator<Chunk> {
  for (let at = from; at < to; ) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length
    if (end > to) throw new Unreadable('ends too early')
    const type = bytes.toString('latin1', at, at + 4)
    yield {
      type,
      data: bytes.subarray(at + 8, end),
      whole: bytes.subarray(at, Math.min(end + (length % 2), to)),
    }
    at = end + (length % 2)
  }
}

const broken = () => new Unreadable('is a broken WebP')

/** The size that the coded picture has, whatever the container says. */
function sizeOf({ type, data }: Chunk) {
  if (type === 'VP8L') {
    if (data.readUInt8(0) !== 0x2f) throw broken()
    const bits = data.readUInt32LE(1)
    const [width, height] = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
    return { width, height, heldBytes: width * height * 8 }
  }
  if (data.readUIntBE(3, 3) !== 0x9d012a) throw broken()
  const [width, height] = [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff]
  return { width, height, heldBytes: width * height * 5 }
}

const canvasBytes = 10
const [hasProfile, hasAlpha] = [0x20, 0x10]

function file(
  { width, height }: { width: number; height: number },
  profile?: Chunk,
  alpha?: Chunk,
  coded?: Chunk,
) {
  const canvas = Buffer.alloc(8 + canvasBytes)
  canvas.write('VP8X', 0, 'latin1')
  canvas.writeUInt32LE(canvasBytes, 4)
  const isTransparent = alpha !== undefined || coded?.type === 'VP8L'
  canvas.writeUInt8((profile ? hasProfile : 0) | (isTransparent ? hasAlpha : 0), 8)
  canvas.writeUIntLE(width - 1, 12, 3)
  canvas.writeUIntLE(height - 1, 15, 3)
  const given = [profile, alpha, coded].flatMap((chunk) => (chunk ? [chunk.whole] : []))
  const body = Buffer.concat([Buffer.from('WEBP'), canvas, ...given])
  const head = Buffer.from('RIFF\0\0\0\0')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** Walks the chunks and keeps the picture, or the first frame of a moving one. */
export function webpOutline(bytes: Buffer): Outline {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) throw new Unreadable('ends too early')
  let profile: Chunk | undefined
  let alpha: Chunk | undefined
  let coded: Chunk | undefined
  let orientation = 1
  let frames = 0
  const take = (chunk: Chunk) => {
    if (coded) return
    if (chunk.type === 'ALPH') alpha = chunk
    if (chunk.type === 'VP8 ' || chunk.type === 'VP8L') coded = chunk
  }
  for (const chunk of chunksOf(bytes, 12, end)) {
    if (chunk.type === 'ANMF') {
      refuseFrames(++frames)
      if (frames === 1) for (const inner of chunksOf(chunk.data, 16, chunk.data.length)) take(inner)
    } else if (chunk.type === 'ICCP') {
      refuseProfile(chunk.data.length)
      profile = chunk
    } else if (chunk.type === 'EXIF') orientation = exifOrientation(chunk.data)
    else if (frames === 0) take(chunk)
  }
  if (!coded) throw new Unreadable('has no frame')
  const size = sizeOf(coded)
  if (size.width < 1 || size.height < 1) throw broken()
  const rawBytes = size.width * size.height * 4
  const alphaOfCoded = (coded as Chunk).type === 'VP8L' ? undefined : alpha
  return { ...size, rawBytes, orientation, bytes: file(size, profile, alphaOfCoded, coded) }
}
