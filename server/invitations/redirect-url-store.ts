import type { NewEvent } from '#server/events/event.ts'
import type { RedirectUrl } from './redirect-url.ts'

export interface RedirectUrlStore {
  insert(redirectUrl: RedirectUrl, event: NewEvent): Promise<'inserted' | 'taken'>
  find(id: string): Promise<RedirectUrl | undefined>
  /** Whether exactly this address is listed. */
  has(url: string): Promise<boolean>
  /** The newest first; all of them without a page. */
  list(page?: { readonly limit: number; readonly offset: number }): Promise<RedirectUrl[]>
  count(): Promise<number>
  /** False when there is no such address. */
  delete(id: string, event: NewEvent): Promise<boolean>
}
