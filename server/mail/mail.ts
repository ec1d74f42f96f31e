import type { Vault } from '#server/credentials/vault.ts'
import { newId } from '#server/ids.ts'
import type { Environment } from '#server/settings/config.ts'
import type { Message, MessageStore } from './message-store.ts'
import type { MailOrder, MessageBody } from './messages.ts'
import { plainLine, render } from './render.ts'

/** The way from a verb to somebody's mailbox. Nothing here waits for a mail server. */
export interface Mail {
  /**
   * Stores a mail to be sent. Never throws: what the mail tells of has happened, and does not fail because nobody
   * can be told.
   */
  queue(order: MailOrder): Promise<void>
  /** The message of a mail, for those who store it in a transaction of their own and then announce it. */
  compose(order: MailOrder): Message
  /** What follows once a message is stored: it is sent soon, and whoever waits for it hears of it. */
  announce(order: MailOrder): void
  /** Ends when a message was announced in this process, after the time, or when the server stops. */
  nextMessage(waitMs: number): Promise<void>
  /** True once the server stops: nobody should wait any more. */
  readonly isClosing: boolean
  /** Lets go of all who wait. */
  close(): void
}

/** Contents that a person at the console of a test server may see. */
export interface ShownMail {
  readonly kind: string
  readonly recipient: string
  readonly code: string | null
  readonly link: string | null
}

export interface MailOptions {
  readonly store: MessageStore
  readonly vault: Vault
  readonly environment: Environment
  readonly applicationName: string
  /** Whether there is a mail server; otherwise messages are only stored. */
  readonly isSent: boolean
  readonly now: () => number
  readonly warn: (message: string, error: unknown) => void
  /** Called after a message was stored that has to be sent. */
  readonly onQueued: () => void
  /** Shows codes and links of the test environment. */
  readonly show: (mail: ShownMail) => void
}

export const bodyContext = (messageId: string): string => `message:${messageId}`

const codeOf = ({ values }: MailOrder) => ('code' in values ? values.code : null)
const linkOf = ({ values }: MailOrder) => ('link' in values ? values.link : null)

/** What a template is filled with; days and who invites as it says them. */
function wordsOf({ values }: MailOrder): Readonly<Record<string, string | number>> {
  if (!('days' in values)) return values
  const { days: count, ...others } = values
  const days = `${count} ${count === 1 ? 'day' : 'days'}`
  return 'inviter' in others
    ? { ...others, inviter: others.inviter ?? 'Somebody', days }
    : { ...others, days }
}

function compose(options: MailOptions, order: MailOrder): Message {
  const { kind, user_id, recipient } = order
  const now = options.now()
  const id = newId('msg', now)
  const { applicationName, environment, isSent } = options
  const { subject, ...words } = render(kind, {
    ...wordsOf(order),
    recipient,
    application_name: applicationName,
  })
  const body: MessageBody = { ...words, code: codeOf(order), link: linkOf(order) }
  // Of a live server's message that nobody will send, nothing is kept that somebody could use.
  const isKept = isSent || environment === 'test'
  return {
    id,
    kind,
    user_id,
    recipient,
    subject,
    body: isKept ? options.vault.seal(JSON.stringify(body), bodyContext(id)) : null,
    status: isSent ? 'queued' : 'stored',
    attempts: 0,
    next_attempt_at: isSent ? now : null,
    last_error: null,
    created_at: now,
    sent_at: null,
    updated_at: now,
  }
}

export function createMail(options: MailOptions): Mail {
  const waiting = new Set<() => void>()
  let isClosing = false

  const wakeAll = () => {
    for (const wake of waiting) wake()
  }

  function announce(order: MailOrder): void {
    if (options.isSent) options.onQueued()
    wakeAll()
    const code = codeOf(order)
    const link = linkOf(order)
    if (options.environment !== 'test' || (code === null && link === null)) return
    options.show({ kind: order.kind, recipient: plainLine(order.recipient), code, link })
  }

  return {
    compose: (order) => compose(options, order),
    announce,
    async queue(order) {
      try {
        await options.store.insert(compose(options, order))
        announce(order)
      } catch (error) {
        options.warn(`a mail (${order.kind}) could not be stored, and is lost`, error)
      }
    },
    nextMessage: (waitMs) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          waiting.delete(end)
          resolve()
        }
        const timer = setTimeout(end, isClosing ? 0 : waitMs)
        waiting.add(end)
      }),
    get isClosing() {
      return isClosing
    },
    close() {
      isClosing = true
      wakeAll()
    },
  }
}
