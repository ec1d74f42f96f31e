import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import { KeyTaken } from './role-store.ts'

const roleKey = /^org:[a-z0-9_]+$/
const permissionKey = /^org:[a-z0-9_]+:[a-z0-9_]+$/
const reserved = 'org:sys_'

const misspelt = (shape: string) =>
  problem('form_param_format_invalid', {
    param: 'key',
    expected: `${shape}, of lower-case letters, digits and underscores`,
  })

export function refuseRoleKey(key: string | null | undefined): void {
  if (typeof key === 'string' && !roleKey.test(key)) refuseAny([misspelt('org:<name>')])
}

export function refusePermissionKey(key: string | null | undefined): void {
  if (typeof key !== 'string') return
  if (!permissionKey.test(key)) refuseAny([misspelt('org:<feature>:<action>')])
  if (key.startsWith(reserved)) {
    const expected = `another key: those that begin with ${reserved} belong to the system`
    throw new Refusal('form_param_format_invalid', { param: 'key', expected })
  }
}

/** The unique index decides who has a key; this says so to the caller. */
export async function claimingKey<T>(kind: 'role' | 'permission', write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (error instanceof KeyTaken)
      throw new Refusal('form_identifier_exists', { param: 'key', kind: `${kind} key` })
    throw error
  }
}
