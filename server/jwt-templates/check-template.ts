import {
  clockSkewDefault,
  lifetimeDefault,
  reservedClaims,
  type TemplateAlgorithm,
} from '#contract/jwt-templates/jwt-template.ts'
import type { JsonText } from '#contract/shapes.ts'
import type { Vault } from '#server/credentials/vault.ts'
import { readTree } from '#server/json-text.ts'
import { type Problem, problem, Refusal, refuseAny } from '#server/refusal.ts'
import { type JwtTemplate, templateKeyContext } from './jwt-template.ts'
import { instanceAlgorithm, openKeyText, readTemplateKey } from './template-key.ts'

const claimsBytesMax = 8192
/** It stands in a path. */
const nameShape = /^[A-Za-z0-9_-]+$/

/** What a body may say of a template; null is the same as nothing. */
export interface TemplateInput {
  readonly name?: string | undefined
  readonly claims?: JsonText | undefined
  readonly lifetime?: number | null | undefined
  readonly allowed_clock_skew?: number | null | undefined
  readonly custom_signing_key?: boolean | null | undefined
  readonly signing_algorithm?: TemplateAlgorithm | null | undefined
  readonly signing_key?: string | null | undefined
}

function claimsProblems(claims: JsonText): Problem[] {
  if (Buffer.byteLength(claims) > claimsBytesMax)
    return [problem('form_param_exceeds_allowed_size', { param: 'claims' })]
  return []
}

function refuseReserved(claims: JsonText): void {
  const tree = readTree(claims)
  const claim = reservedClaims.find((name) => tree instanceof Map && tree.has(name))
  if (claim) throw new Refusal('jwt_template_reserved_claim', { param: 'claims', claim })
}

/** Refuses a name and claims that no template can have. */
export function refuseTemplate({ name, claims }: TemplateInput): void {
  const problems: Problem[] = []
  if (name !== undefined && !nameShape.test(name))
    problems.push(
      problem('form_param_format_invalid', { param: 'name', expected: 'letters, digits, _ and -' }),
    )
  if (claims !== undefined) problems.push(...claimsProblems(claims))
  refuseAny(problems)
  if (claims !== undefined) refuseReserved(claims)
}

export const takenName = () => new Refusal('form_identifier_exists', { param: 'name', kind: 'template name' })

const missing = (param: string) =>
  new Refusal('form_conditional_param_missing', { param, other: 'custom_signing_key' })

type Signing = Pick<JwtTemplate, 'signing_algorithm' | 'signing_key'>

/** Who signs after the change: algorithm and key must fit each other, whichever of them is new. */
function signingOf(vault: Vault, before: JwtTemplate, input: TemplateInput): Signing {
  const isCustom = input.custom_signing_key ?? before.signing_key !== null
  if (!isCustom) {
    // Without this a caller would believe that the key signs.
    if (input.signing_key)
      throw new Refusal('form_conditional_param_disallowed', {
        param: 'signing_key',
        condition: 'unless custom_signing_key is true',
      })
    return { signing_algorithm: instanceAlgorithm, signing_key: null }
  }
  const algorithm =
    input.signing_algorithm ?? (before.signing_key === null ? undefined : before.signing_algorithm)
  if (algorithm === undefined) throw missing('signing_algorithm')
  const text = input.signing_key ?? openKeyText(vault, before)
  if (text === undefined) throw missing('signing_key')
  readTemplateKey(algorithm, text)
  const isSame = !input.signing_key && before.signing_key !== null
  return {
    signing_algorithm: algorithm,
    signing_key: isSame ? before.signing_key : vault.seal(text, templateKeyContext(before.id)),
  }
}

/** The template with what the input gives. */
export function changedTemplate(vault: Vault, before: JwtTemplate, input: TemplateInput): JwtTemplate {
  return {
    ...before,
    name: input.name ?? before.name,
    claims: input.claims ?? before.claims,
    lifetime: input.lifetime ?? before.lifetime,
    allowed_clock_skew: input.allowed_clock_skew ?? before.allowed_clock_skew,
    ...signingOf(vault, before, input),
  }
}

/** What a template is that nothing is said of. */
export const emptyTemplate = (id: string, name: string, claims: JsonText, at: number): JwtTemplate => ({
  id,
  name,
  claims,
  lifetime: lifetimeDefault,
  allowed_clock_skew: clockSkewDefault,
  signing_algorithm: instanceAlgorithm,
  signing_key: null,
  created_at: at,
  updated_at: at,
})
