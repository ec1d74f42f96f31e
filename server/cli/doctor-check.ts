/** One thing that was looked at. */
export interface Check {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'problem'
  readonly text: string
  /** What to do, unless all is well. */
  readonly advice?: string
}

/** Makes checks of one name. */
export const checksOf = (name: string) => ({
  ok: (text: string): Check => ({ name, state: 'ok', text }),
  warning: (text: string, advice: string): Check => ({ name, state: 'warning', text, advice }),
  problem: (text: string, advice: string): Check => ({ name, state: 'problem', text, advice }),
})
