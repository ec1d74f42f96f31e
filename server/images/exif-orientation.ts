const orientationTag = 0x0112

/** How a camera was held, of the TIFF structure that Exif is; 1, upright, where nothing of use is said. */
export function exifOrientation(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2)
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return 1
  const isLittle = order === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / 12))
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12
    if (short(entry) !== orientationTag) continue
    const orientation = short(entry + 8)
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  }
  return 1
}
