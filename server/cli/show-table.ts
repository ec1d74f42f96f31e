/** Names come from strangers: whatever could steer a terminal is shown as a question mark. */
export const printable = (text: string) =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?')

export const timeOf = (milliseconds: number | null) =>
  milliseconds === null ? '' : new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')

/** Columns as wide as their widest cell; the first row is the head. */
export function padded(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** One line for each thing that there is to say. */
export const card = (rows: readonly (readonly [string, string])[]): string =>
  padded(rows.filter(([, value]) => value !== '').map(([name, value]) => [name, printable(value)]))
