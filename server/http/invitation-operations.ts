import type { Route } from './route.ts'

/** The operations that decide who may come in. */
export const invitationRoutes: readonly Route[] = []
