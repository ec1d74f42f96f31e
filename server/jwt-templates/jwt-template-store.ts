import type { NewEvent } from '#server/events/event.ts'
import type { JwtTemplate } from './jwt-template.ts'

/** Templates at rest. Names are unique; a name that is taken is answered, not thrown. */
export interface JwtTemplateStore {
  find(id: string): Promise<JwtTemplate | undefined>
  findByName(name: string): Promise<JwtTemplate | undefined>
  /** Newest first. */
  list(page?: { readonly limit: number; readonly offset: number }): Promise<JwtTemplate[]>
  count(): Promise<number>
  insert(template: JwtTemplate, event: NewEvent): Promise<'inserted' | 'taken'>
  /** `decide` is called with the stored template while it is held; undefined for an unknown one. */
  change(
    id: string,
    decide: (template: JwtTemplate) => { change: Partial<Omit<JwtTemplate, 'id'>>; event: NewEvent },
  ): Promise<JwtTemplate | 'taken' | undefined>
  /** False for one that is not there. */
  delete(id: string, event: NewEvent): Promise<boolean>
}
