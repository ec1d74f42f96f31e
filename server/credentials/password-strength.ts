import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

export interface Strength {
  /** From 0, guessed at once, to 4. */
  readonly score: number
  readonly suggestions: readonly { readonly code: string; readonly message: string }[]
}

interface Estimator {
  readonly zxcvbn: ZxcvbnFactory
  readonly messages: Readonly<Record<string, string>>
}

let estimator: Promise<Estimator> | undefined

/** The dictionaries take some 20 MB and a fifth of a second: only instances that ask for strength pay. */
async function load(): Promise<Estimator> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
  const common = await import('@zxcvbn-ts/language-common')
  const english = await import('@zxcvbn-ts/language-en')
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    // Each substitution tries all dictionaries anew. The usual hundred take over a second for 72 crafted characters.
    l33tMaxSubstitutions: 4,
  })
  return { zxcvbn, messages: english.translations.suggestions }
}

/** The time grows with the square of the length and is taken from all requests; nothing longer is ever accepted. */
const lengthMax = 100
const wordsMax = 40
const fallback = ['anotherWord']

/** How hard a password is to guess for somebody who knows the identifiers of the account. */
export async function passwordStrength(password: string, identifiers: readonly string[]): Promise<Strength> {
  estimator ??= load()
  const { zxcvbn, messages } = await estimator
  const words = identifiers.flatMap((identifier) => [identifier, identifier.split('@')[0]!])
  const { score, feedback } = zxcvbn.check(password.slice(0, lengthMax), words.slice(0, wordsMax))
  // Above a middling score zxcvbn has no advice, though a stricter policy still refuses the password.
  const codes = feedback.suggestions.length > 0 ? feedback.suggestions : fallback
  return { score, suggestions: codes.map((code) => ({ code, message: messages[code] ?? code })) }
}
