// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  GetMessagesParams,
  Message,
} from './types.ts'

const getMessages: Operation = {
  id: 'GetMessages',
  method: 'GET',
  path: '/bartleby/messages',
  query: ['to', 'after', 'wait', 'limit'],
  hasBody: false,
}

export class Messages {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Read the mail that was sent.
   *
   * For tests: the messages to an address, the newest first, so that a program can read the code that a user would find in the mailbox. Exists in the `test` environment only. With `wait` the answer comes as soon as there is a message, or after that time without one.
   *
   * `GET /v1/bartleby/messages`, operation `GetMessages`.
   *
   * @throws {ValidationError} `request_invalid_for_environment`, `form_param_format_invalid`, `form_param_value_invalid`, `form_resource_not_found`
   */
  list(params?: GetMessagesParams, options?: CallOptions): Promise<readonly Message[]> {
    return this.#call<readonly Message[]>(getMessages, [], params, options)
  }
}
