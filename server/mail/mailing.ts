import type { CodeStore } from '#server/credentials/code-store.ts'
import type { Vault } from '#server/credentials/vault.ts'
import type { Config } from '#server/settings/config.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { createMail, type Mail, type ShownMail } from './mail.ts'
import type { MessageStore } from './message-store.ts'
import { createSmtp } from './smtp.ts'

const messagesKeptMs = 30 * 86_400_000
const codesKeptMs = 86_400_000
const pruneEveryMs = 3_600_000

export interface MailingOptions {
  readonly config: Config
  readonly messages: MessageStore
  readonly codes: CodeStore
  readonly vault: Vault
  readonly now: () => number
  readonly warn: (message: string, details?: Record<string, unknown>) => void
  readonly show: (mail: ShownMail) => void
}

/** Mail of one process, from its queue to the mail server. */
export interface Mailing {
  readonly mail: Mail
  /** Begins to send, what an earlier process has left behind too. */
  begin(): void
  /** Lets go of all who wait for a message. */
  close(): void
  /** Ends what is under way. */
  stop(): Promise<void>
}

export function createMailing(options: MailingOptions): Mailing {
  const { config, messages, codes, vault, now, warn } = options
  const { mailServer, environment } = config
  const applicationName = config.settings.application_name
  let delivery: Delivery | undefined
  let pruning: NodeJS.Timeout | undefined

  const prune = () =>
    Promise.all([messages.prune(now() - messagesKeptMs), codes.prune(now() - codesKeptMs)]).catch((err) =>
      warn('old messages and codes could not be removed', { err }),
    )

  const mail = createMail({
    store: messages,
    vault,
    environment,
    applicationName,
    isSent: mailServer !== undefined,
    now,
    warn: (message, err) => warn(message, { err }),
    onQueued: () => delivery?.wake(),
    show: options.show,
  })

  return {
    mail,
    begin() {
      if (mailServer) {
        const send = createSmtp(mailServer, applicationName)
        delivery = createDelivery({ store: messages, vault, environment, now, send, warn })
      } else if (environment === 'live') {
        warn('BARTLEBY_SMTP_URL is not set: mail is not sent')
      }
      pruning = setInterval(prune, pruneEveryMs)
      void prune()
    },
    close: () => mail.close(),
    async stop() {
      clearInterval(pruning)
      await delivery?.stop()
    },
  }
}
