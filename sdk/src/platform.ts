/**
 * What the SDK uses of its platform, in types of its own: programs that load neither the types of browsers
 * nor those of Node still compile. Every platform's `fetch` and `AbortSignal` fit.
 */
export interface Signal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface FetchInit {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string | ArrayBuffer
  readonly redirect: 'manual'
  // biome-ignore lint/suspicious/noExplicitAny: an AbortSignal, which each platform declares for itself
  readonly signal: any
}

export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
}

export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>

/** A page in a browser, whose code and keys everybody can read; a worker or a server has no document. */
export const isPage = (): boolean => {
  const { window, document } = globalThis as { window?: unknown; document?: unknown }
  return window !== undefined && document !== undefined
}
