import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Milliseconds, named, nullable, words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'

const Message = named(
  'Message',
  Type.Object(
    {
      id: Type.String({ description: '`msg_…`' }),
      object: words(['message']),
      to: Type.String({ description: 'The address that it goes to.' }),
      subject: Type.String(),
      kind: Type.String({ description: 'What it tells, such as `sign_in_code` or `password_changed`.' }),
      text: nullable(Type.String({ description: 'The words without markup.' })),
      html: nullable(Type.String()),
      code: nullable(Type.String({ description: 'The code in it, if there is one.' })),
      link: nullable(Type.String({ description: 'The link to follow, if there is one.' })),
      status: words(['queued', 'sending', 'sent', 'failed', 'stored'], {
        description: '`stored`: no mail server is set, so that it can only be read here.',
      }),
      created_at: Milliseconds('When it was written.'),
    },
    { additionalProperties: false },
  ),
)

export const getMessages = operation({
  id: 'GetMessages',
  method: 'GET',
  path: '/bartleby/messages',
  tag: 'Bartleby',
  summary: 'Read the mail that was sent',
  description:
    'For tests: the messages to an address, the newest first, so that a program can read the code that a user would find in the mailbox. Exists in the `test` environment only. With `wait` the answer comes as soon as there is a message, or after that time without one.',
  params: Nothing,
  query: Type.Object({
    to: Type.Optional(Type.String({ description: 'Messages to this address only.' })),
    after: Type.Optional(
      Type.String({
        description: 'The id of a message: only those that came later. Combines well with `wait`.',
      }),
    ),
    wait: Type.Optional(
      Type.String({
        description: 'How long to wait for a first message: `10s`, at most `30s`.',
        default: '0s',
      }),
    ),
    limit: Type.Optional(Type.Integer({ default: 10, description: '1 to 100; any other value means 10.' })),
  }),
  result: Type.Array(Message),
  refusals: [
    'request_invalid_for_environment',
    'form_param_format_invalid',
    'form_param_value_invalid',
    'form_resource_not_found',
  ],
  roles: ['owner', 'support', 'read_only'],
})
