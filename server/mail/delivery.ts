import type { Vault } from '#server/credentials/vault.ts'
import type { Environment } from '#server/settings/config.ts'
import { bodyContext } from './mail.ts'
import type { Message, MessageStore } from './message-store.ts'
import { lifetimeMsOf, type MessageBody } from './messages.ts'
import { NotTaken, type Send } from './smtp.ts'

/** Sends what the queue holds, beside the requests and never in their way. */
export interface Delivery {
  /** Looks at the queue now. */
  wake(): void
  /** Ends what is under way: what was not taken yet stays in the queue. */
  stop(): Promise<void>
}

export interface DeliveryOptions {
  readonly store: MessageStore
  readonly vault: Vault
  readonly environment: Environment
  readonly now: () => number
  readonly send: Send
  readonly warn: (message: string, details: Record<string, unknown>) => void
}

const atOnceMax = 3
const lookEveryMs = 2_000
const sendMsMax = 60_000
/** Longer than any attempt lasts: after it, the process that claimed the message must be gone. */
const claimMs = 2 * sendMsMax
const firstWaitMs = 5_000
const waitMsMax = 3_600_000
/** For what is being sent when the server stops: cut off at once, it might be taken and yet be sent again. */
const stopMsMax = 2_000

/** 5 s, 15 s, 45 s … an hour; up to a quarter more, so that a server that comes back is not met by all at once. */
const waitAfter = (attempts: number) =>
  Math.round(Math.min(firstWaitMs * 3 ** (attempts - 1), waitMsMax) * (1 + Math.random() / 4))

export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, vault, now, send, warn } = options
  const cutOff = new AbortController()
  let isStopping = false
  const running = new Set<Promise<void>>()

  async function attempt(message: Message): Promise<void> {
    const body = JSON.parse(vault.open(message.body!, bodyContext(message.id))) as MessageBody
    await send(message, body, AbortSignal.any([cutOff.signal, AbortSignal.timeout(sendMsMax)]))
  }

  /** What becomes of a message that was not taken. */
  async function postpone(message: Message, error: unknown): Promise<void> {
    const at = now()
    const text = error instanceof NotTaken ? error.message : 'the message cannot be read'
    const nextAttemptAt = cutOff.signal.aborted ? at : at + waitAfter(message.attempts)
    const isLate = nextAttemptAt >= message.created_at + lifetimeMsOf(message.kind)
    const isLost = isLate || !(error instanceof NotTaken) || error.forGood
    warn(isLost ? 'a mail could not be sent, and is given up' : 'a mail could not be sent yet', {
      message_id: message.id,
      kind: message.kind,
      attempt: message.attempts,
      reason: text,
    })
    await store.settle(message, {
      status: isLost ? 'failed' : 'queued',
      at,
      nextAttemptAt: isLost ? null : nextAttemptAt,
      error: text,
      dropBody: isLost && options.environment === 'live',
    })
  }

  async function deliver(message: Message): Promise<void> {
    if (now() >= message.created_at + lifetimeMsOf(message.kind)) {
      await postpone(message, new NotTaken(message.last_error ?? 'out of time', true))
      return
    }
    try {
      await attempt(message)
    } catch (error) {
      await postpone(message, error)
      return
    }
    const dropBody = options.environment === 'live'
    await store.settle(message, { status: 'sent', at: now(), nextAttemptAt: null, error: null, dropBody })
  }

  /** One message after the other until none is due. */
  async function work(): Promise<void> {
    while (!isStopping) {
      const claimed = await store.claim(now(), now() + claimMs)
      if (!claimed) return
      await deliver(claimed)
    }
  }

  function wake(): void {
    if (isStopping || running.size >= atOnceMax) return
    const worker: Promise<void> = work()
      .catch((error) => warn('the queue of mail cannot be reached', { err: error }))
      .finally(() => running.delete(worker))
    running.add(worker)
  }

  const timer = setInterval(wake, lookEveryMs)
  wake()
  return {
    wake,
    async stop() {
      isStopping = true
      clearInterval(timer)
      const grace = setTimeout(() => cutOff.abort(), stopMsMax)
      await Promise.allSettled(running)
      clearTimeout(grace)
    },
  }
}
