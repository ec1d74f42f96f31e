import { type Problem, problem } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import { parsePhoneNumber, parseWeb3Wallet } from './identifiers.ts'

const looksLikePhone = (text: string) =>
  /^\+?[\d_-]+$/.test(text) &&
  parsePhoneNumber(`+${text.replace('+', '').replaceAll('_', '-')}`) !== undefined

/** Any long name of letters is base58 too; a key of 32 random bytes always has all three sorts of characters. */
const readsAsWallet = (text: string) =>
  parseWeb3Wallet(text) !== undefined &&
  /\d/.test(text) &&
  /[a-z]/.test(text) &&
  (text.startsWith('0x') || /[A-Z]/.test(text))

/**
 * What is wrong with a username, one problem at most. It shares one namespace with the other
 * identifiers: one that reads as a phone number or a wallet could block the owner of that number.
 */
export function usernameProblems(text: string, settings: Settings['username']): Problem[] {
  const param = 'username'
  const { min_length: min, max_length: max } = settings
  const length = [...text].length
  if (length < min || length > max) return [problem('form_username_invalid_length', { param, min, max })]
  if (/^\d+$/.test(text)) return [problem('form_username_needs_non_number_char', { param })]
  if (looksLikePhone(text)) return [problem('form_username_cannot_be_phone_number', { param })]
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return [problem('form_username_invalid_character', { param })]
  if (readsAsWallet(text)) {
    return [problem('form_param_value_invalid', { param, problem: 'must not read as a wallet address' })]
  }
  return []
}
