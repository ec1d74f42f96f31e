import { hash } from 'node:crypto'
import { version } from '#server/version.ts'

const timeoutMs = 1000
const answerBytesMax = 1_048_576
const prefixLength = 5

/** Why a look-up gave no answer, in words of ours: a foreign message might quote the address and with it the prefix. */
class LookupFailed extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof LookupFailed) return error.message
  const { name, cause } = error as Error & { cause?: { code?: unknown } }
  if (name === 'TimeoutError') return `no answer within ${timeoutMs} ms`
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > answerBytesMax) throw new LookupFailed(`the answer has more than ${answerBytesMax} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('latin1')
}

async function fetchRange(url: string, prefix: string): Promise<string> {
  const response = await fetch(`${url.replace(/\/$/, '')}/${prefix}`, {
    headers: { 'add-padding': 'true', 'user-agent': `Bartleby/${version}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new LookupFailed(`the answer has status ${response.status}`)
  }
  return readBounded(response)
}

/** A line is `<rest of the hash>:<times seen>`; lines that only pad the answer were seen 0 times. */
function isIn(range: string, suffix: string): boolean {
  return range.split('\n').some((line) => {
    const [listed = '', times = ''] = line.trim().split(':')
    return listed.toUpperCase() === suffix && Number(times) > 0
  })
}

/**
 * Asks a list of breached passwords, which learns five characters of a SHA-1, shared by thousands of passwords. A list that
 * cannot be asked stops nobody: the password passes, and `warn` is told.
 */
export async function isBreached(
  password: string,
  url: string,
  warn: (message: string) => void,
): Promise<boolean> {
  const sha1 = hash('sha1', password).toUpperCase()
  try {
    return isIn(await fetchRange(url, sha1.slice(0, prefixLength)), sha1.slice(prefixLength))
  } catch (error) {
    warn(`The look-up of breached passwords failed (${reasonOf(error)}); a password was accepted without it.`)
    return false
  }
}
