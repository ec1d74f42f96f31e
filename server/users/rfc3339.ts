const form =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]([01]\d|2[0-3]):([0-5]\d))$/

/** Unix milliseconds of a time in RFC 3339 form, or undefined. Days that their month lacks are refused. */
export function parseRfc3339(text: string): number | undefined {
  const parts = form.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  // Day 0 of the next month is the last day of this one; setUTCFullYear also knows the years below 100.
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, month, 0)
  if (month < 1 || month > 12 || day < 1 || day > lastDay.getUTCDate()) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const time = Date.parse(text.toUpperCase())
  return Number.isNaN(time) ? undefined : time
}
