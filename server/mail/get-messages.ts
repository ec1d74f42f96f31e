import type { getMessages as contract } from '#contract/messages/get-messages.ts'
import type { Input } from '#contract/operation.ts'
import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import { parseEmailAddress } from '#server/users/identifiers.ts'
import type { World } from '#server/world.ts'
import { bodyContext } from './mail.ts'
import type { Message, MessageFilters } from './message-store.ts'
import type { MessageBody } from './messages.ts'

export interface ReadMessage {
  readonly message: Message
  /** Undefined once it is deleted. */
  readonly body: MessageBody | undefined
}

const limitDefault = 10
const limitMax = 100
const waitSecondsMax = 30
/** Messages of other processes are seen by looking; those of this one are announced. */
const lookEveryMs = 500

function readWait(text: string | undefined): number | undefined {
  const seconds = /^(\d{1,2})s?$/.exec(text ?? '0')?.[1]
  return seconds === undefined || Number(seconds) > waitSecondsMax ? undefined : Number(seconds) * 1000
}

/** An address in a query is often written with its `+` as it is, which arrives as a space. */
const readRecipient = (text: string) => parseEmailAddress(text.replaceAll(' ', '+'))?.value

async function filtersOf(world: World, { to, after }: Input<typeof contract>): Promise<MessageFilters> {
  const recipient = to === undefined ? undefined : readRecipient(to)
  if (after === undefined) return { recipient }
  const known = after.includes('\0') ? undefined : await world.messages.find(after)
  if (!known) throw new Refusal('form_resource_not_found', { param: 'after' })
  return { recipient, after: known }
}

/** The messages, as soon as there is one; none when the time is over. */
async function firstOf(world: World, filters: MessageFilters, limit: number, waitMs: number) {
  const deadline = performance.now() + waitMs
  for (;;) {
    const messages = await world.messages.list(filters, limit)
    const leftMs = deadline - performance.now()
    if (messages.length > 0 || leftMs <= 0 || world.mail.isClosing) return messages
    await world.mail.nextMessage(Math.min(leftMs, lookEveryMs))
  }
}

/** In the test environment alone: codes are for those who have the mailbox. */
export async function getMessages(world: World, input: Input<typeof contract>): Promise<ReadMessage[]> {
  if (world.environment !== 'test') throw new Refusal('request_invalid_for_environment')
  const waitMs = readWait(input.wait)
  refuseAny([
    ...(waitMs === undefined
      ? [
          problem('form_param_value_invalid', {
            param: 'wait',
            problem: `must be a time from 0s to ${waitSecondsMax}s`,
          }),
        ]
      : []),
    ...(input.to !== undefined && !readRecipient(input.to)
      ? [problem('form_param_format_invalid', { param: 'to', expected: 'an e-mail address' })]
      : []),
  ])
  const limit = input.limit && input.limit >= 1 && input.limit <= limitMax ? input.limit : limitDefault
  const messages = await firstOf(world, await filtersOf(world, input), limit, waitMs ?? 0)
  return messages.map((message) => ({
    message,
    body:
      message.body === null ? undefined : JSON.parse(world.vault.open(message.body, bodyContext(message.id))),
  }))
}
