import { exifOrientation } from './exif-orientation.ts'
import { keeping, type Outline, refuseProfile, Unreadable } from './reading.ts'

const isBaseline = (marker: number) => marker === 0xc0 || marker === 0xc1
const progressive = 0xc2
const startOfScan = 0xda
const endOfImage = 0xd9
/** Tables, and Adobe's segment, which says how four colours are meant. */
const tables = new Set([0xc4, 0xdb, 0xdd, 0xee])
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
/** Real pictures have about ten; every scan of a large picture takes time, however few bytes it has. */
const scansMax = 50

interface Frame {
  readonly width: number
  readonly height: number
  readonly components: number
  /** All coefficients at once, which a picture of several scans needs. */
  readonly coefficientBytes: number
}

function readFrame(segment: Buffer): Frame {
  const height = segment.readUInt16BE(3)
  const width = segment.readUInt16BE(5)
  const components = segment.readUInt8(7)
  if (segment.readUInt8(2) !== 8 || ![1, 3, 4].includes(components))
    throw new Unreadable('is a JPEG of a kind that is not taken')
  const samplings = Array.from({ length: components }, (_, i) => {
    const sampling = segment.readUInt8(9 + 3 * i)
    return { across: sampling >> 4, down: sampling & 15 }
  })
  const across = Math.max(...samplings.map((one) => one.across))
  const down = Math.max(...samplings.map((one) => one.down))
  if (samplings.some((one) => one.across < 1 || one.down < 1 || one.across > 4 || one.down > 4))
    throw new Unreadable('is a broken JPEG')
  const shares = samplings.map((one) => (one.across * one.down) / (across * down))
  const share = shares.reduce((sum, one) => sum + one, 0)
  return { width, height, components, coefficientBytes: width * height * share * 2 }
}

/** Where the next segment begins, after the coded data of a scan. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw new Unreadable('ends too early')
}

const profileName = 'ICC_PROFILE\0'
const isProfile = (marker: number, segment: Buffer) =>
  marker === 0xe2 && segment.toString('latin1', 2, 2 + profileName.length) === profileName

/** Walks the segments up to the end of the image: what comes after it is no part of it. */
export function jpegOutline(bytes: Buffer): Outline {
  const { keep, kept } = keeping(bytes)
  keep(0, 2)
  let frame: Frame | undefined
  let held = false
  let orientation = 1
  let profileBytes = 0
  let scans = 0
  let at = 2
  while (true) {
    if (bytes[at] !== 0xff) throw new Unreadable('is a broken JPEG')
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes.readUInt8(at + 1)
    if (marker === endOfImage) break
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) throw new Unreadable('is a broken JPEG')
    const segment = bytes.subarray(at + 2, end)
    const from = at
    at = end
    if (isBaseline(marker) || marker === progressive) {
      if (frame) throw new Unreadable('is a broken JPEG')
      frame = readFrame(segment)
      held = marker === progressive
      keep(from, end)
    } else if (marker === startOfScan) {
      if (++scans > scansMax) throw new Unreadable(`has more than ${scansMax} scans`)
      at = endOfScan(bytes, end)
      keep(from, at)
    } else if (tables.has(marker)) keep(from, end)
    else if (marker === 0xe1 && segment.toString('latin1', 2, 8) === 'Exif\0\0')
      orientation = exifOrientation(segment.subarray(8))
    else if (isProfile(marker, segment)) {
      profileBytes += length
      refuseProfile(profileBytes)
      keep(from, end)
    } else if (marker < 0xe0 || (marker > 0xef && marker !== 0xfe))
      throw new Unreadable('is a JPEG of a kind that is not taken')
  }
  if (!frame || scans === 0) throw new Unreadable('is a broken JPEG')
  keep(at, at + 2)
  const { width, height, components, coefficientBytes } = frame
  return {
    width,
    height,
    heldBytes: held || scans > 1 ? coefficientBytes : 0,
    rawBytes: width * height * components,
    orientation,
    bytes: kept(),
  }
}
