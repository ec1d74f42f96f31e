import { isIP } from 'node:net'
import { parseEmailAddress } from '#server/users/identifiers.ts'

export interface MailAddress {
  /** Empty: the name of the application. */
  readonly name: string
  readonly address: string
}

/** Where mail is handed over, and by whom it is sent. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `at once`: from the first byte. `demanded`: by STARTTLS before anything that matters. `none`: never. */
  readonly encryption: 'at once' | 'demanded' | 'if offered' | 'none'
  readonly login: { readonly user: string; readonly password: string } | undefined
  readonly from: MailAddress
}

const loopbackHosts = ['localhost', '127.0.0.1', '::1']

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** `address`, or `Name <address>`. */
function readFrom(text: string): MailAddress | undefined {
  const match = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/u.exec(text)
  const address = match && parseEmailAddress(match[2] ?? match[3]!)
  return address ? { name: match[1]?.trim() ?? '', address: address.value } : undefined
}

type Where = Omit<MailServer, 'from'>

/** No line quotes the address: it may hold a password. */
function readUrl(text: string, problems: string[]): Where | undefined {
  const url = /^smtps?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined
  // Of schemes that it does not know, WHATWG's URL leaves an empty host alone.
  if (!url?.hostname || !['', '/'].includes(url.pathname) || url.hash !== '') {
    problems.push(
      'BARTLEBY_SMTP_URL must look like smtp://user:password@mail.example.com:587, or smtps://… for encryption from the first byte. Signs such as @ and / in the password are written as %40 and %2F.',
    )
    return undefined
  }
  const host = url.hostname.replace(/^\[(.+)\]$/, '$1').toLowerCase()
  const isUnencrypted = url.search === '?starttls=off' && url.protocol === 'smtp:'
  if (url.search !== '' && !isUnencrypted)
    problems.push('BARTLEBY_SMTP_URL may have no parameter but ?starttls=off, and that with smtp:// alone.')
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === undefined || password === undefined || (user === '') !== (password === ''))
    problems.push('BARTLEBY_SMTP_URL must have a user and a password, or neither of them.')
  if (isUnencrypted && user)
    problems.push('BARTLEBY_SMTP_URL must not send a password without encryption: leave ?starttls=off out.')
  const isLocal = loopbackHosts.includes(host) || (isIP(host) === 4 && host.startsWith('127.'))
  const byStarttls = isUnencrypted ? 'none' : isLocal ? 'if offered' : 'demanded'
  const isSecure = url.protocol === 'smtps:'
  return {
    host,
    port: Number(url.port) || (isSecure ? 465 : 587),
    encryption: isSecure ? 'at once' : byStarttls,
    login: user && password ? { user, password } : undefined,
  }
}

/** Undefined where no mail server is named: mail is then only stored. */
export function readMailServer(
  url: string | undefined,
  from: string | undefined,
  problems: string[],
): MailServer | undefined {
  const sender = from === undefined ? undefined : readFrom(from)
  if (from !== undefined && !sender)
    problems.push('BARTLEBY_MAIL_FROM must look like login@example.com, or Example <login@example.com>.')
  if (url === undefined) return undefined
  const where = readUrl(url, problems)
  if (from === undefined)
    problems.push(
      'BARTLEBY_MAIL_FROM must be given with BARTLEBY_SMTP_URL: the address that mail comes from.',
    )
  return where && sender && { ...where, from: sender }
}
