import type { Static, TObject, TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'

/** The JSON text of an answer, marked with what it is: a presenter of something else does not compile. */
export type AnswerText<T> = string & { readonly answers?: T }

/** One operation bound to the verb that does it. */
export interface Route {
  readonly operation: Operation
  /** `input` is what the contract's checks have let through: path, query and body together. */
  answer(world: World, input: unknown, call: Call): Promise<string>
}

/** The same for an operation that takes a file. */
export function uploadRoute<P extends TObject, R extends TSchema, Out>(
  operation: Operation<P, TObject, TObject, R>,
  verb: (world: World, input: Static<P> & { readonly file: Buffer }, call: Call) => Promise<Out>,
  present: (out: Out, world: World) => AnswerText<Static<R>>,
): Route {
  return {
    operation,
    answer: async (world, input, call) =>
      present(await verb(world, input as Static<P> & { readonly file: Buffer }, call), world),
  }
}

/** Joins contract, verb and presenter; a wrong pair does not compile. */
export function route<P extends TObject, Q extends TObject, B extends TObject, R extends TSchema, Out>(
  operation: Operation<P, Q, B, R>,
  verb: (world: World, input: Static<P> & Static<Q> & Static<B>, call: Call) => Promise<Out>,
  present: (out: Out, world: World) => AnswerText<Static<R>>,
): Route {
  return {
    operation,
    answer: async (world, input, call) =>
      present(await verb(world, input as Static<P> & Static<Q> & Static<B>, call), world),
  }
}
