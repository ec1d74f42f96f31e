/** What one database knows about itself; there is exactly one. */
export interface Instance {
  /** `ins_…` */
  readonly id: string
  /** Text that only the right encryption key opens (see `openSealed`). */
  readonly key_check: string
  /** Unix milliseconds. */
  readonly created_at: number
}

export interface InstanceStore {
  read(): Promise<Instance | undefined>
  /** Stores it unless there is one; answers the one that is stored. Of parallel callers one wins. */
  establish(instance: Instance): Promise<Instance>
}
