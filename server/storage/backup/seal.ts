import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

/**
 * The last line of the file: SHA-256 of all bytes before it. SQLite does not look beyond its last page. It
 * tells a damaged or shortened file; whoever can write the file can also write the line.
 */
const line = (sum: string) => `\nbartleby-backup sha256 ${sum}\n`
const lineBytes = Buffer.byteLength(line('0'.repeat(64)))

async function sumOf(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  if (bytes > 0)
    for await (const chunk of createReadStream(path, { end: bytes - 1, highWaterMark: 2 ** 20 }))
      hash.update(chunk)
  return hash.digest('hex')
}

/** Ends the file with its checksum, on disk. */
export async function sealFile(path: string): Promise<void> {
  const { size } = await stat(path)
  const sum = await sumOf(path, size)
  const handle = await open(path, 'a')
  try {
    await handle.writeFile(line(sum))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whether each byte of the file is as it was sealed. */
export async function isSealed(path: string): Promise<boolean> {
  const { size } = await stat(path)
  if (size < lineBytes) return false
  const handle = await open(path, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(lineBytes), 0, lineBytes, size - lineBytes)
    return buffer.toString('latin1') === line(await sumOf(path, size - lineBytes))
  } finally {
    await handle.close()
  }
}
