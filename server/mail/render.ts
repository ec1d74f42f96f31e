import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailKind } from './messages.ts'

const kinds: readonly MailKind[] = [
  'sign_in_code',
  'verification_code',
  'password_changed',
  'second_factor_added',
  'second_factor_removed',
  'primary_email_address_changed',
  'account_locked',
  'organization_invitation',
  'invitation',
]

type Values = Readonly<Record<string, string | number>>

const read = (name: string) => readFileSync(join(import.meta.dirname, 'templates', name), 'utf8')

/** The first line of a text is `Subject: …`; the HTML stands in the frame that all share. */
function readTemplate(kind: MailKind, frame: string) {
  const name = kind.replaceAll('_', '-')
  const [first, ...rest] = read(`${name}.txt`).split('\n')
  const html = frame.replace('{{content}}', () => read(`${name}.html`).trim())
  return { subject: first!.replace(/^Subject: /, ''), text: rest.join('\n').trim(), html }
}

const frame = read('frame.html')
const templates = Object.fromEntries(kinds.map((kind) => [kind, readTemplate(kind, frame)]))

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign]!)

/** One line without signs that steer: they would end a header, or turn what stands beside them around. */
export const plainLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()

function fill(template: string, values: Values, write: (text: string) => string): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the template wants ${name}, which was not given`)
    return write(plainLine(String(value)))
  })
}

const asIs = (text: string) => text

/** The words of a mail: values are text, whatever they contain. */
export function render(kind: MailKind, values: Values): { subject: string; text: string; html: string } {
  const template = templates[kind]!
  return {
    subject: fill(template.subject, values, asIs),
    text: `${fill(template.text, values, asIs)}\n`,
    html: fill(template.html, values, escaped),
  }
}
