import type { Operation } from '../operation.ts'

/** Everything about organizations: what they are, who is in them, what members may do. */
export const organizationOperations: readonly Operation[] = []
