// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  TestingToken,
} from './types.ts'

const createTestingToken: Operation = {
  id: 'CreateTestingToken',
  method: 'POST',
  path: '/testing_tokens',
  query: [],
  hasBody: false,
}

export class TestingTokens {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Create a testing token.
   *
   * Test tools of the hosted service send it with the requests of a browser, to get past its protection against bots. This server has no such protection; the tools run here unchanged.
   *
   * `POST /v1/testing_tokens`, operation `CreateTestingToken`.
   */
  create(options?: CallOptions): Promise<TestingToken> {
    return this.#call<TestingToken>(createTestingToken, [], undefined, options)
  }
}
