/** JSON as a reader sees it; metadata included, which the shapes of the contract carry as text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One exchange: what is sent, what comes back. The pages, the OpenAPI document and the tests show the same one. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly body?: Readonly<Record<string, Json>>
  /** The name of the file that is uploaded, in the place of a body. */
  readonly file?: string
  readonly result: Json
  /** How `@clerk/backend` sends it, `clerk` being the client; null where that client has no such method. */
  readonly client: string | null
}
