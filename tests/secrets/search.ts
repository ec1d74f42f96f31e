/** A secret and every spelling of it that a careless line of code would leave behind. */
export interface Secret {
  readonly name: string
  readonly value: string
}

/** A place to look in, such as a file or all log lines. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The three spellings of base64 that a text has when it stands inside of something longer, without the characters
 * that depend on its neighbours.
 */
function insideBase64(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    return text.slice(shift === 0 ? 0 : shift + 1, text.length - ((bytes.length + shift) % 3 > 0 ? 1 : 0))
  })
}

const urlEncoded = (value: string) =>
  [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** As such, in base64 and base64url, in hex and in URL-encoding, each in both letter cases where there are two. */
export function spellings(value: string): string[] {
  const hex = Buffer.from(value).toString('hex')
  const base64 = insideBase64(value)
  const all = [
    value,
    JSON.stringify(value).slice(1, -1),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(value),
    urlEncoded(value),
    urlEncoded(value).toUpperCase(),
  ]
  return [...new Set(all)]
}

/** Digits are found in the middle of numbers; a code counts where no digit is beside it. */
function holds(bytes: Buffer, spelling: string): boolean {
  const isCode = /^\d{6}$/.test(spelling)
  const isDigit = (at: number) => bytes[at] !== undefined && bytes[at] >= 48 && bytes[at] <= 57
  for (let at = bytes.indexOf(spelling); at >= 0; at = bytes.indexOf(spelling, at + 1))
    if (!isCode || (!isDigit(at - 1) && !isDigit(at + spelling.length))) return true
  return false
}

/** Where a secret stands in any spelling, as `name of the secret in name of the place`. */
export const leaks = (secrets: readonly Secret[], places: readonly Place[]): string[] =>
  secrets.flatMap(({ name, value }) => {
    const texts = spellings(value)
    return places
      .filter(({ bytes }) => texts.some((text) => holds(bytes, text)))
      .map((place) => `${name} in ${place.name}`)
  })
