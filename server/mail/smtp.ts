import type { MailServer } from '#server/settings/mail-server.ts'
import type { Message } from './message-store.ts'
import type { MessageBody } from './messages.ts'
import { plainLine } from './render.ts'

/** The mail server did not take the message. The text names no address and repeats nothing that was sent. */
export class NotTaken extends Error {
  /** It never will: the same message again would get the same answer. */
  readonly forGood: boolean
  constructor(text: string, forGood: boolean) {
    super(text)
    this.forGood = forGood
  }
}

/** Hands a message over. Throws `NotTaken`; ends soon after the signal. */
export type Send = (message: Message, body: MessageBody, signal: AbortSignal) => Promise<void>

const stepMsMax = 15_000

interface SmtpFailure extends Error {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/** About the message alone: a refused login or greeting is the operator's to mend. */
const aboutMessage = ['MAIL FROM', 'RCPT TO', 'DATA']

/** The words of the answer are left out: servers repeat in them what they were sent. */
function notTaken(error: unknown): NotTaken {
  const { code, command, responseCode, message } = error as SmtpFailure
  const isCertificate = responseCode === undefined && /certificate/i.test(message)
  const said = responseCode === undefined ? '' : `, answer ${responseCode}`
  const why = isCertificate ? ', the certificate is not trusted' : said
  const step = command && /^[A-Z ]+$/.test(command) ? ` at ${command}` : ''
  const isRefused = responseCode !== undefined && responseCode >= 500
  return new NotTaken(`${code ?? 'failed'}${step}${why}`, isRefused && aboutMessage.includes(command ?? ''))
}

/** Loaded by those who send: the client takes memory and a part of the start. */
async function transportOf({ host, port, encryption, login }: MailServer) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure: encryption === 'at once',
    requireTLS: encryption === 'demanded',
    ignoreTLS: encryption === 'none',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: stepMsMax,
    greetingTimeout: stepMsMax,
    dnsTimeout: stepMsMax,
    socketTimeout: stepMsMax,
    socketCloseTimeout: 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Sends by SMTP, a connection for each message; certificates are checked. */
export function createSmtp(server: MailServer, applicationName: string): Send {
  const { from } = server
  let transport: ReturnType<typeof transportOf> | undefined
  // An object is taken as it is; a text would be parsed, and could name somebody else.
  const sender = { name: plainLine(from.name || applicationName), address: from.address }
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return async ({ id, recipient, subject }, { text, html }, signal) => {
    try {
      transport ??= transportOf(server)
      await (await transport).sendMail({
        envelope: { from: from.address, to: [recipient] },
        from: sender,
        to: { name: '', address: recipient },
        // The same at every attempt, so that a mailbox can tell that one came twice.
        messageId: `<${id}@${domain}>`,
        subject: plainLine(subject),
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal,
      })
    } catch (error) {
      throw notTaken(error)
    }
  }
}
