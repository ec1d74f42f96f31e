import type { Static, TObject, TSchema } from 'typebox'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from '../route.ts'

/** One operation of the Frontend API bound to the verb that does it. */
export interface FrontendRoute {
  readonly operation: FrontendOperation
  /** `input` is what the contract's checks have let through: path, query and form together. */
  answer(world: World, input: unknown, call: ClientCall): Promise<string>
}

/** Joins contract, verb and presenter; a wrong pair does not compile. */
export function frontendRoute<
  P extends TObject,
  Q extends TObject,
  B extends TObject,
  R extends TSchema,
  Out,
>(
  operation: FrontendOperation<P, Q, B, R>,
  verb: (world: World, input: Static<P> & Static<Q> & Static<B>, call: ClientCall) => Out | Promise<Out>,
  present: (
    out: Out,
    world: World,
    call: ClientCall,
  ) => AnswerText<Static<R>> | Promise<AnswerText<Static<R>>>,
): FrontendRoute {
  return {
    operation,
    answer: async (world, input, call) =>
      present(await verb(world, input as Static<P> & Static<Q> & Static<B>, call), world, call),
  }
}

/** The same for an operation that takes a file. */
export function frontendUploadRoute<P extends TObject, R extends TSchema, Out>(
  operation: FrontendOperation<P, TObject, TObject, R>,
  verb: (world: World, input: Static<P> & { readonly file: Buffer }, call: ClientCall) => Promise<Out>,
  present: (out: Out, world: World) => AnswerText<Static<R>>,
): FrontendRoute {
  return {
    operation,
    answer: async (world, input, call) =>
      present(await verb(world, input as Static<P> & { readonly file: Buffer }, call), world),
  }
}
