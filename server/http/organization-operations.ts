import type { Route } from './route.ts'

/** The operations of organizations: the contract, the verb that does it, how the outcome is written. */
export const organizationRoutes: readonly Route[] = []
