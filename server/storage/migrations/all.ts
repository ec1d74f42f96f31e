import { users } from './0001-users.ts'
import { passwords } from './0002-passwords.ts'
import { sessions } from './0003-sessions.ts'
import { secondFactors } from './0004-second-factors.ts'
import { messages } from './0005-messages.ts'
import { organizations } from './0006-organizations.ts'
import type { Migration } from './migration.ts'

/** In the order of running. A released migration never changes and never leaves this list. */
export const migrations: readonly Migration[] = [
  users,
  passwords,
  sessions,
  secondFactors,
  messages,
  organizations,
]
