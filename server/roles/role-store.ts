import type { Permission, Role } from './role.ts'

/** Roles at rest; they are few, and always read whole. */
export interface RoleStore {
  /** With their permissions, in the order of creation. */
  all(): Promise<Role[]>
  /** The permissions that are not there yet and, in an instance without a single role, the roles. */
  establish(permissions: readonly Permission[], roles: readonly Role[]): Promise<void>
}
