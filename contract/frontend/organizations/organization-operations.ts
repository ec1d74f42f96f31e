import type { FrontendOperation } from '../frontend-operation.ts'

/** The rooms of organizations: open to members, by permission. */
export const organizationOperations: readonly FrontendOperation[] = []
