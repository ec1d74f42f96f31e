import type { FrontendRoute } from './frontend-route.ts'

/** The rooms of organizations. */
export const organizationRoutes: readonly FrontendRoute[] = []
