import type { Static, TObject, TSchema } from 'typebox'
import type { Upload } from '../operation.ts'
import type { RefusalName } from '../refusals.ts'

/**
 * One operation of the Frontend API as a value, called by browsers and apps with their client's token. Bodies
 * are forms; `PATCH`, `PUT` and `DELETE` may come as `POST` with `_method` in the query.
 */
export interface FrontendOperation<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TObject = TObject,
  Result extends TSchema = TSchema,
> {
  /** The operationId of the published API, e.g. `createSignIn`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`, with parameters in braces. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** Markdown: what a caller needs beyond the shapes. */
  readonly description: string
  readonly params: Params
  readonly query: Query
  /** The fields of the form. A field that is an object travels as its JSON text. */
  readonly body?: Body
  /** In the place of a form: one file, as a part of a multipart form or as base64 text. */
  readonly upload?: Upload
  /**
   * What the answer looks like: `with_client` is `{ response, client }` with the whole client, `alone` is the
   * same with `client: null`, `bare` is the result itself.
   */
  readonly envelope: 'with_client' | 'alone' | 'bare'
  readonly result: Result
  /** Who may call: anybody, a known client, or a live session of a known client. */
  readonly needs: 'nothing' | 'client' | 'session'
  readonly refusals: readonly RefusalName[]
}

/** Declares an operation; exists for its type inference alone. */
export function frontendOperation<
  Params extends TObject,
  Query extends TObject,
  Body extends TObject,
  Result extends TSchema,
>(value: FrontendOperation<Params, Query, Body, Result>): FrontendOperation<Params, Query, Body, Result> {
  return value
}

/** What a verb receives: the checked path, query and form of one request. */
export type FrontendInput<Op> =
  Op extends FrontendOperation<infer P, infer Q, infer B, TSchema> ? Static<P> & Static<Q> & Static<B> : never
