import { type ClientCall, clientText, curlText } from './examples/calls.ts'
import { userExamples } from './examples/users.ts'
import type { Operation } from './operation.ts'

/** JSON as a reader sees it; metadata included, which the shapes of the contract carry as text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One exchange: what is sent, what comes back. The pages, the OpenAPI document and the tests show the same one. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly body?: Readonly<Record<string, Json>>
  readonly result: Json
  /** How `@clerk/backend` sends it, `clerk` being the client; null where that client has no such method. */
  readonly client: string | null
}

/** By operation id. Each tag has its own file. */
export const examples: Readonly<Record<string, Example>> = { ...userExamples }

/** The base address that the texts of the table are written for. */
export const exampleServerUrl = 'http://127.0.0.1:4747'

/** The example of an operation, as the server at this address would answer it. No operation goes without. */
export function exampleOf(operation: Operation, serverUrl: string): Example {
  const example = examples[operation.id]
  if (!example) throw new Error(`${operation.id} has no example in contract/examples/`)
  return JSON.parse(JSON.stringify(example).replaceAll(exampleServerUrl, serverUrl))
}

/** The request of the example as text: for the shell, and for a program. */
export function callsOf(operation: Operation, serverUrl: string): { curl: string; client: ClientCall } {
  const example = exampleOf(operation, serverUrl)
  return { curl: curlText(operation, example, serverUrl), client: clientText(operation, example, serverUrl) }
}
