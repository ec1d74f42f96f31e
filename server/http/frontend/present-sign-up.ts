import type { SignUp as WireSignUp } from '#contract/frontend/sign-up.ts'
import { askedFields, missingFields } from '#server/sign-ups/missing-fields.ts'
import { type SignUp, signUpStatusOf } from '#server/sign-ups/sign-up.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from '../route.ts'

const verifiedByTicket = {
  object: 'verification_ticket',
  status: 'verified',
  strategy: 'ticket',
  attempts: null,
  expire_at: null,
  next_action: '',
  supported_strategies: [],
} satisfies WireSignUp['verifications']['email_address']

/** The metadata are copied in as the text that they are stored as. */
export function presentSignUp(signUp: SignUp, world: World): AnswerText<WireSignUp> {
  const { username, first_name, last_name, unsafe_metadata, legal_accepted_at, has_password } = signUp.given
  const asked = askedFields(world.settings)
  const shown = {
    object: 'sign_up_attempt',
    id: signUp.id,
    status: signUpStatusOf(signUp, world.now()),
    required_fields: asked.required,
    optional_fields: asked.optional,
    missing_fields: signUp.status === 'complete' ? [] : missingFields(signUp, world.settings),
    unverified_fields: [],
    verifications: {
      email_address: verifiedByTicket,
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    username,
    email_address: signUp.email_address,
    phone_number: null,
    web3_wallet: null,
    password_enabled: has_password,
    first_name,
    last_name,
    custom_action: false,
    external_id: null,
    created_session_id: signUp.created_session_id,
    created_user_id: signUp.created_user_id,
    abandon_at: signUp.abandon_at,
    legal_accepted_at,
  } satisfies Omit<WireSignUp, 'unsafe_metadata'>
  return `${JSON.stringify(shown).slice(0, -1)},"unsafe_metadata":${unsafe_metadata}}`
}

/** The sign-up that a client has begun last; null when it has run out. */
export async function presentSignUpOf(world: World, id: string | null): Promise<string> {
  const signUp = id === null ? undefined : await world.signUps.find(id)
  return signUp && signUpStatusOf(signUp, world.now()) !== 'abandoned' ? presentSignUp(signUp, world) : 'null'
}
