import type { Static } from 'typebox'
import type { getMessages } from '#contract/messages/get-messages.ts'
import type { ReadMessage } from '#server/mail/get-messages.ts'
import type { AnswerText } from './route.ts'

type Messages = Static<typeof getMessages.result>

const messageOf = ({ message, body }: ReadMessage): Messages[number] => ({
  id: message.id,
  object: 'message',
  to: message.recipient,
  subject: message.subject,
  kind: message.kind,
  text: body?.text ?? null,
  html: body?.html ?? null,
  code: body?.code ?? null,
  link: body?.link ?? null,
  status: message.status,
  created_at: message.created_at,
})

export const presentMessages = (all: ReadMessage[]): AnswerText<Messages> =>
  JSON.stringify(all.map(messageOf))
