import type { Io } from '#server/cli/io.ts'

const silentMs = 1000
const redrawMs = 100
const plainEveryMs = 5000
const width = 30

export interface ProgressBar {
  update(step: string, done: number, total: number): void
  /** Leaves the line empty for what comes next. */
  end(): void
}

const number = new Intl.NumberFormat('en-US')

function bar(step: string, done: number, total: number): string {
  const share = total > 0 ? done / total : 1
  const full = Math.round(share * width)
  return `${step} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(share * 100)} %, ${number.format(done)} of ${number.format(total)} rows`
}

/** Shows on stderr how far long work is: a bar on a terminal, else a line now and then. Short work shows nothing. */
export function progressBar(io: Io, clock: () => number = () => performance.now()): ProgressBar {
  const startedAt = clock()
  let shownAt = startedAt
  let isDrawn = false
  return {
    update(step, done, total) {
      const now = clock()
      if (now - startedAt < silentMs) return
      if (now - shownAt < (io.terminal ? redrawMs : plainEveryMs)) return
      shownAt = now
      isDrawn = io.terminal
      const text = bar(step, done, total)
      io.err(io.terminal ? `\r\u001b[2K${text}` : `bartleby: ${text.replace(/ [█░]+/, '')}\n`)
    },
    end() {
      if (isDrawn) io.err('\r\u001b[2K')
      isDrawn = false
    },
  }
}
