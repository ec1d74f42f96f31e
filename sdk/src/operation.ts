/** An operation of the API, as far as a call needs it. */
export interface Operation {
  /** The operationId of the published API. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`, with parameters in braces. */
  readonly path: string
  /** Wire names of its query parameters. */
  readonly query: readonly string[]
  readonly hasBody: boolean
  /** The body is a bare array: what this parameter, by its wire name, holds. */
  readonly bodyList?: string
  /** Of an operation that takes a file: the name of its part. */
  readonly upload?: string
  /** Wire names of the texts that may stand beside the file. */
  readonly uploadTexts?: readonly string[]
}
