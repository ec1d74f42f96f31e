/** Lets one at a time pass, strictly in the order of asking: whoever ends hands over to the next in line. */
export class Turns {
  #taken = false
  readonly #waiting: (() => void)[] = []

  takeIfFree(): boolean {
    if (this.#taken) return false
    this.#taken = true
    return true
  }

  async take(): Promise<void> {
    if (!this.takeIfFree()) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  end(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }
}
