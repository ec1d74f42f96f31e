import type { HeldSettings } from '#server/instance-settings/instance-settings-store.ts'
import type { Permission, Role } from './role.ts'

/** Another role, or another permission, has the key. Thrown by the write that met the unique index. */
export class KeyTaken extends Error {}

/**
 * All roles and permissions, and the settings that name roles, while they are held: whoever else changes any of them
 * waits. What is decided here stays true until it is written.
 */
export interface HeldRoles extends HeldSettings {
  readonly roles: readonly Role[]
  /** In the order of their keys. */
  readonly permissions: readonly Permission[]

  hasMembers(roleId: string): Promise<boolean>
  /** Whether an invitation that is open at `now` promises the role. */
  hasOpenInvitations(roleId: string, now: number): Promise<boolean>
  /** Throws `KeyTaken`. */
  insertRole(role: Role): Promise<void>
  /** Its permissions too. Throws `KeyTaken`. */
  changeRole(role: Role): Promise<void>
  /** With the invitations to it that are over at `now`. */
  removeRole(id: string, now: number): Promise<void>
  /** Throws `KeyTaken`. */
  insertPermission(permission: Permission): Promise<void>
  /** Throws `KeyTaken`. */
  changePermission(permission: Permission): Promise<void>
  /** From every role too; those change at that time. */
  removePermission(id: string, at: number): Promise<void>
}

/** Roles at rest; they are few, and always read whole. */
export interface RoleStore {
  /** With their permissions, in the order of creation. */
  all(): Promise<Role[]>
  /** In the order of their keys. */
  permissions(): Promise<Permission[]>
  /** The permissions that are not there yet and, in an instance without a single role, the roles. */
  establish(permissions: readonly Permission[], roles: readonly Role[]): Promise<void>
  /** Runs `work` in one transaction; a conflict between transactions repeats it. */
  hold<T>(work: (held: HeldRoles) => Promise<T>): Promise<T>
}
