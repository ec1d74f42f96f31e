import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { createSignIn as contract } from '#contract/frontend/sign-ins/create-sign-in.ts'
import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { type ClientCall, changeClient, openClient } from '#server/sessions/client-call.ts'
import { mailSignInCode } from '#server/sessions/mail-sign-in-code.ts'
import { proceed } from '#server/sessions/proceed.ts'
import { provePassword } from '#server/sessions/prove-first-factor.ts'
import { redeemTicket } from '#server/sessions/redeem-ticket.ts'
import { type SignIn, signInLifetimeMs } from '#server/sessions/sign-in.ts'
import { accountOf } from '#server/sessions/sign-in-account.ts'
import { refuseBlockedText, refuseListedUser } from '#server/sessions/sign-in-lists.ts'
import { refuseSecondSession } from '#server/sessions/signed-in-users.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import { refuseBanned } from '#server/users/bans.ts'
import type { World } from '#server/world.ts'

/** Begins an attempt in the place of the client's one before. */
async function begin(
  world: World,
  call: ClientCall,
  userId: string | null,
  identifier: string | null,
): Promise<SignIn> {
  const now = world.now()
  const client = await openClient(world, call)
  const signIn: SignIn = {
    id: newId('sia', now),
    client_id: client.id,
    user_id: userId,
    status: 'needs_first_factor',
    identifier,
    first_factor: null,
    second_factor: null,
    first_factor_at: null,
    created_session_id: null,
    abandon_at: now + signInLifetimeMs,
    created_at: now,
    updated_at: now,
  }
  await world.signIns.insert(signIn)
  return signIn
}

async function byTicket(world: World, call: ClientCall, ticket: string | null | undefined): Promise<SignIn> {
  const { userId, proof } = await redeemTicket(world, call, ticket)
  const signIn = await begin(world, call, userId, null)
  return proceed(world, call, signIn, proof)
}

/** Strategies that this step knows beside the ticket; none leaves the choice for later. */
const strategies = ['', 'password', 'email_code']

async function byIdentifier(
  world: World,
  call: ClientCall,
  input: FrontendInput<typeof contract>,
  signedIn: readonly string[],
): Promise<SignIn> {
  const { identifier, password } = input
  const strategy = input.strategy ?? ''
  if (!identifier) throw new Refusal('form_param_missing', { param: 'identifier' })
  if (!strategies.includes(strategy)) throw new Refusal('strategy_for_user_invalid')
  if (strategy === 'password' && !password) throw new Refusal('form_param_missing', { param: 'password' })
  await refuseBlockedText(world, identifier)
  const user = await accountOf(world, identifier)
  if (!world.settings.enumeration_protection.enabled) {
    if (!user) throw new Refusal('form_identifier_not_found', { param: 'identifier' })
    refuseBanned(user)
    refuseLocked(world, user)
    await refuseListedUser(world, user)
  }
  if (user && signedIn.includes(user.id)) throw new Refusal('identifier_already_signed_in')
  const signIn = await begin(world, call, user?.id ?? null, identifier)
  if (strategy === 'email_code') return mailSignInCode(world, call, signIn, undefined)
  return password ? proceed(world, call, signIn, await provePassword(world, call, signIn, password)) : signIn
}

/** Finds out who wants to sign in and, with a password or a ticket, tries it at once. */
export async function createSignIn(
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> {
  if (input.transfer) throw new Refusal('account_transfer_invalid')
  const signedIn = await refuseSecondSession(world, call)
  const signIn = await (input.strategy === 'ticket' || input.ticket
    ? byTicket(world, call, input.ticket)
    : byIdentifier(world, call, input, signedIn))
  if (call.client!.sign_in_id !== signIn.id) await changeClient(world, call, { sign_in_id: signIn.id })
  return signIn
}
