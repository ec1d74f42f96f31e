import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { named, words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'

export const TestingToken = named(
  'TestingToken',
  Type.Object(
    {
      object: words(['testing_token']),
      token: Type.String({ description: 'The token, opaque.' }),
      expires_at: Type.Integer({ description: 'When it ends: Unix time in seconds.' }),
    },
    { additionalProperties: false },
  ),
)

export const createTestingToken = operation({
  id: 'CreateTestingToken',
  method: 'POST',
  path: '/testing_tokens',
  tag: 'Testing Tokens',
  summary: 'Create a testing token',
  description:
    'Test tools of the hosted service send it with the requests of a browser, to get past its protection against bots. This server has no such protection; the tools run here unchanged.',
  params: Nothing,
  query: Nothing,
  result: TestingToken,
  refusals: [],
  roles: ['owner', 'support'],
})
