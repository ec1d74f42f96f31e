import { hash } from 'node:crypto'
import { fromBase64, isSalt, isSame, type Reader, wholeNumber } from './reading.ts'
import { hashAgain } from './rounds.ts'

const hashBytes = 64
const iterationsMax = 100_000

/** `sha512_symfony$iterations$salt$base64`, Symfony's digest encoder: the text is `password{salt}`. */
export const sha512Symfony: Reader = (digest) => {
  const [name, iterationsText = '', salt = '', hashText = '', ...more] = digest.split('$')
  const iterations = wholeNumber(iterationsText)
  const stored = fromBase64(hashText)
  if (name !== 'sha512_symfony' || more.length > 0 || !iterations) return 'malformed'
  if (stored?.length !== hashBytes || !isSalt(Buffer.from(salt))) return 'malformed'
  if (iterations > iterationsMax) return 'too costly'
  return async (password) => {
    const text = Buffer.concat([password, Buffer.from(`{${salt}}`)])
    return isSame(await hashAgain('sha512', hash('sha512', text, 'buffer'), text, iterations - 1), stored)
  }
}
