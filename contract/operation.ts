import type { Static, TObject, TSchema } from 'typebox'
import type { RefusalName } from './refusals.ts'

/** Who may call an operation: the secret key may call all; operators of the dashboard by role. */
export type OperatorRole = 'owner' | 'support' | 'read_only'

export const uploadTextBytesMax = 256

/** A file that an operation takes. */
export interface Upload {
  /** The name of its part. */
  readonly field: string
  readonly description: string
  readonly bytesMax: number
  /** Texts of at most `uploadTextBytesMax` bytes that may stand beside it: the names of their parts, and what they mean. */
  readonly texts?: Readonly<Record<string, string>>
}

/**
 * One operation of the API as a value. The server's checks, the OpenAPI document, the reference
 * pages and the tests all read this value; nothing about an operation is written anywhere else.
 */
export interface Operation<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TObject = TObject,
  Result extends TSchema = TSchema,
> {
  /** The operationId of the published API, e.g. `UpdateUserMetadata`. */
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
  /** Absent where the operation takes no body; a body that is sent all the same is ignored. */
  readonly body?: Body
  /** On the wire the body is a bare array: what this property of `body`, the only one, holds. */
  readonly bodyList?: string
  /** In the place of a body: one file, as a part of a multipart form. */
  readonly upload?: Upload
  readonly result: Result
  readonly refusals: readonly RefusalName[]
  readonly roles: readonly OperatorRole[]
}

/** Declares an operation; exists for its type inference alone. */
export function operation<
  Params extends TObject,
  Query extends TObject,
  Body extends TObject,
  Result extends TSchema,
>(value: Operation<Params, Query, Body, Result>): Operation<Params, Query, Body, Result> {
  return value
}

/** The body as it travels. */
export const wireBody = (
  { bodyList }: Pick<Operation, 'bodyList'>,
  body: Readonly<Record<string, unknown>> | undefined,
): unknown => (body && bodyList ? body[bodyList] : body)

/** What a verb receives: the checked path, query and body of one request. */
export type Input<Op> =
  Op extends Operation<infer P, infer Q, infer B, TSchema> ? Static<P> & Static<Q> & Static<B> : never
