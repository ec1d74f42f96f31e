/**
 * The part of `fetch` that is used; the platform's own fits. Apart from what loads `jose`, whose types need
 * those of a browser or of Node.
 */
export type FetchKeys = (url: string) => Promise<{
  readonly ok: boolean
  readonly status: number
  text(): Promise<string>
}>
