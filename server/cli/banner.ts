import type { ShownMail } from '#server/mail/mail.ts'
import type { Config } from '#server/settings/config.ts'

export interface BannerFacts {
  readonly version: string
  readonly config: Config
  /** What apps are told, and what the server listens on. */
  readonly publicUrl: string
  readonly listensOn: string
  readonly publishableKey: string
  /** How the secret key was found, and whether it is shown. */
  readonly secretKey: 'given' | 'shown' | 'in file'
  readonly clerkEnvPath: string
}

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`
const plain = (text: string) => text

/** Where a PostgreSQL database is, without the password in its address. */
function databaseOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `PostgreSQL ${host}${pathname}`
}

/** `CLERK_…=` lines that an app written for Clerk puts into its `.env`. */
export const clerkLines = (facts: BannerFacts, secretKeyLine: string): string[] => [
  secretKeyLine,
  `CLERK_PUBLISHABLE_KEY=${facts.publishableKey}`,
  `CLERK_API_URL=${facts.publicUrl}`,
]

/** What a person needs next, once the server listens. */
export function banner(facts: BannerFacts, colors: boolean): string {
  const [strong, faint] = colors ? [bold, dim] : [plain, plain]
  const { config, clerkEnvPath } = facts
  const rows = [
    ['API address', facts.publicUrl],
    ...(facts.listensOn === facts.publicUrl ? [] : [['Listens on', facts.listensOn]]),
    ['Reference', `${facts.publicUrl}/docs`],
    ['Data', config.data],
    ['Database', config.databaseUrl ? databaseOf(config.databaseUrl) : 'SQLite, in the data folder'],
  ]
  const secretKeyLine = {
    given: 'CLERK_SECRET_KEY=<the value of BARTLEBY_SECRET_KEY>',
    shown: `CLERK_SECRET_KEY=${config.secretKey}`,
    'in file': `CLERK_SECRET_KEY: see ${clerkEnvPath}`,
  }[facts.secretKey]
  const lines = [
    '',
    strong(`Bartleby ${facts.version} is running.`),
    '',
    ...rows.map(([name, value]) => `  ${faint(name!.padEnd(13))} ${value}`),
    '',
    'In the .env file of an app that is written for Clerk:',
    '',
    ...clerkLines(facts, secretKeyLine).map((line) => `  ${line}`),
    '',
  ]
  if (facts.secretKey === 'shown') {
    lines.push(`The secret key is shown only this time. The same three lines are in ${clerkEnvPath}`, '')
  }
  return `${lines.join('\n')}\n`
}

/** What a person who tries something out would otherwise look for in a mailbox. */
export const shownMail = ({ kind, recipient, code, link }: ShownMail): string =>
  `Mail to ${recipient} (${kind.replaceAll('_', ' ')}): ${[code, link].filter((part) => part).join(' ')}\n`
