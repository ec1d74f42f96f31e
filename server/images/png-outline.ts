import { inflateSync } from 'node:zlib'
import { exifOrientation } from './exif-orientation.ts'
import { keeping, type Outline, profileBytesMax, refuseFrames, refuseProfile, Unreadable } from './reading.ts'

/** What makes the picture; all else is text, times, animation or of programs that only know themselves. */
const parts = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB'])
/** Samples of a pixel after decoding, by colour type: grey, true colour, palette, and the first two with alpha. */
const samplesOf: Readonly<Record<number, number>> = { 0: 2, 2: 4, 3: 4, 4: 2, 6: 4 }

function readHeader(data: Buffer) {
  const width = data.readUInt32BE(0)
  const height = data.readUInt32BE(4)
  const samples = samplesOf[data.readUInt8(9)]
  if (samples === undefined) throw new Unreadable('is a broken PNG')
  const rawBytes = width * height * samples * (data.readUInt8(8) === 16 ? 2 : 1)
  const isInterlaced = data.readUInt8(12) !== 0
  return { width, height, rawBytes, heldBytes: isInterlaced ? rawBytes : 0 }
}

/** A decoder inflates the profile without any bound: here it has one. */
function refuseInflated(data: Buffer): void {
  const name = data.indexOf(0)
  if (name < 0 || data.length < name + 3) throw new Unreadable('has a broken colour profile')
  try {
    inflateSync(data.subarray(name + 2), { maxOutputLength: profileBytesMax })
  } catch (error) {
    refuseProfile((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : 0)
    throw new Unreadable('has a broken colour profile')
  }
}

/** Walks the chunks up to the end of the picture. */
export function pngOutline(bytes: Buffer): Outline {
  const { keep, kept } = keeping(bytes)
  keep(0, 8)
  let header: ReturnType<typeof readHeader> | undefined
  let orientation = 1
  let hasProfile = false
  let at = 8
  let type = ''
  while (type !== 'IEND') {
    const length = bytes.readUInt32BE(at)
    type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) throw new Unreadable('ends too early')
    const data = bytes.subarray(at + 8, at + 8 + length)
    if ((type === 'IHDR') !== (header === undefined)) throw new Unreadable('is a broken PNG')
    if (type === 'IHDR') header = readHeader(data)
    else if (type === 'acTL') refuseFrames(data.readUInt32BE(0))
    else if (type === 'eXIf') orientation = exifOrientation(data)
    else if (type === 'iCCP' && !hasProfile) {
      refuseInflated(data)
      hasProfile = true
      keep(at, end)
    } else if (!parts.has(type) && /^[A-Z]/.test(type)) throw new Unreadable('is a broken PNG')
    if (parts.has(type)) keep(at, end)
    at = end
  }
  return { ...header!, orientation, bytes: kept() }
}
