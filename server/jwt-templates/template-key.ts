import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto'
import type { TemplateAlgorithm } from '#contract/jwt-templates/jwt-template.ts'
import type { Vault } from '#server/credentials/vault.ts'
import { Refusal } from '#server/refusal.ts'
import { type JwtTemplate, templateKeyContext } from './jwt-template.ts'

/** As RFC 7518 demands: a secret no shorter than the hash, an RSA key of 2048 bits. */
const secretBytesMin: Partial<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 }
const rsaBitsMin = 2048

function rsaKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem)
    const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
    return key.asymmetricKeyType === 'rsa' && modulusLength >= rsaBitsMin ? key : undefined
  } catch {
    return undefined
  }
}

const refused = (problem: string) =>
  new Refusal('form_param_value_invalid', { param: 'signing_key', problem })

/** The key that the text is, for the algorithm. Refuses one that is weak or of another kind; texts never show it. */
export function readTemplateKey(algorithm: string, text: string): KeyObject {
  const bytesMin = secretBytesMin[algorithm]
  if (bytesMin === undefined) {
    const key = rsaKey(text)
    if (!key) throw refused(`must be an RSA private key of at least ${rsaBitsMin} bits in PEM form`)
    return key
  }
  const bytes = Buffer.from(text)
  if (bytes.length < bytesMin) throw refused(`must have at least ${bytesMin} bytes for ${algorithm}`)
  return createSecretKey(bytes)
}

/** The template's own key; undefined where the key of the instance signs. */
export function openTemplateKey(vault: Vault, template: JwtTemplate): KeyObject | undefined {
  const text = openKeyText(vault, template)
  return text === undefined ? undefined : readTemplateKey(template.signing_algorithm, text)
}

export const openKeyText = (vault: Vault, { id, signing_key }: JwtTemplate): string | undefined =>
  signing_key === null ? undefined : vault.open(signing_key, templateKeyContext(id))

/** The algorithm of the instance's own key. */
export const instanceAlgorithm: TemplateAlgorithm = 'RS256'
