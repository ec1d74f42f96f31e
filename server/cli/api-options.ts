import { type Command, InvalidArgumentError } from 'commander'

const pageSizeMax = 500

function wholeNumber(text: string, min: number, max: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= min && number <= max) return number
  throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
}

const limit = (text: string) => wholeNumber(text, 1, pageSizeMax)
const offset = (text: string) => wholeNumber(text, 0, Number.MAX_SAFE_INTEGER)
/** Of an option that may be given several times. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value]

/** An argument that is an id of `thing`; `command` shows which there are. */
export const idOf =
  (prefix: string, thing: string, command: string) =>
  (text: string): string => {
    if (new RegExp(`^${prefix}_\\w+$`).test(text)) return text
    throw new InvalidArgumentError(
      `It must be the id of ${thing}, ${prefix}_…; "bartleby ${command} list" shows it.`,
    )
  }

export const withAccess = (command: Command): Command =>
  command
    .option('--api-url <url>', 'where the server is; CLERK_API_URL or clerk.env unless given')
    .option('--json', 'print what the API answers, as it is')

export const withPages = (command: Command): Command =>
  command
    .option('--limit <number>', `how many, up to ${pageSizeMax}; 10 unless given`, limit)
    .option('--offset <number>', 'how many to skip', offset)
