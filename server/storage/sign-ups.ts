import type { Transaction } from 'kysely'
import type { SignUp } from '#server/sign-ups/sign-up.ts'
import {
  InvitationPassed,
  type Newcomer,
  type SignUpChange,
  SignUpPassed,
  type SignUpStore,
} from '#server/sign-ups/sign-up-store.ts'
import type { Database } from './database.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { acceptInvitationIn } from './invitations.ts'
import type { SignUpRow, Tables } from './tables.ts'
import { insertUser } from './user-writes.ts'

const columns = [
  'id',
  'client_id',
  'user_id',
  'status',
  'email_address',
  'invitation_kind',
  'invitation_id',
  'given',
  'password',
  'created_user_id',
  'created_session_id',
  'abandon_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof SignUp)[]

const toSignUp = (row: SignUpRow): SignUp => ({
  ...row,
  status: row.status as SignUp['status'],
  invitation_kind: row.invitation_kind as SignUp['invitation_kind'],
  given: JSON.parse(row.given),
  password: row.password === null ? null : JSON.parse(row.password),
})

const write = (value: object | null) => (value === null ? null : JSON.stringify(value))

const toColumns = ({ given, password }: SignUpChange) => ({
  ...(given === undefined ? {} : { given: JSON.stringify(given) }),
  ...(password === undefined ? {} : { password: write(password) }),
})

/** In a transaction that consumes the invitation: one sign-up makes one user, or nothing is written. */
export async function bringIn(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  { signUpId, user, password, events }: Newcomer,
): Promise<void> {
  await insertUser(dialect, transaction, user, { password: password ?? undefined })
  const completed = await transaction
    .updateTable('sign_ups')
    .set({ status: 'complete', password: null, created_user_id: user.id, updated_at: user.created_at })
    .where('id', '=', signUpId)
    .where('status', '=', 'missing_requirements')
    .returning('id')
    .executeTakeFirst()
  if (!completed) throw new SignUpPassed('the sign-up is complete')
  for (const event of events) await recordEvent(transaction, event)
}

export function signUpStore(database: Database): SignUpStore {
  return {
    async insert(signUp) {
      const { given, password } = signUp
      const row = { ...signUp, given: JSON.stringify(given), password: write(password) }
      await database.write((transaction) => transaction.insertInto('sign_ups').values(row).execute())
    },

    async find(id) {
      if (id.includes('\0')) return undefined
      const row = await database.read((db) =>
        db.selectFrom('sign_ups').select(columns).where('id', '=', id).executeTakeFirst(),
      )
      return row && toSignUp(row)
    },

    change: (id, decide, at) =>
      database.write(async (transaction) => {
        const held = await transaction
          .updateTable('sign_ups')
          .set({ updated_at: at })
          .where('id', '=', id)
          .where('status', '=', 'missing_requirements')
          .returning(columns)
          .executeTakeFirst()
        if (!held) return undefined
        const row = await transaction
          .updateTable('sign_ups')
          .set({ ...toColumns(decide(toSignUp(held))), updated_at: at })
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirstOrThrow()
        return toSignUp(row)
      }),

    bringIn: (newcomer, invitationId) =>
      database.write(async (transaction) => {
        const { created_at } = newcomer.user
        if (!(await acceptInvitationIn(transaction, invitationId, created_at)))
          throw new InvitationPassed('the invitation is not open')
        await bringIn(database.dialect, transaction, newcomer)
      }),

    async noteSession(id, sessionId, at) {
      await database.write((transaction) =>
        transaction
          .updateTable('sign_ups')
          .set({ created_session_id: sessionId, updated_at: at })
          .where('id', '=', id)
          .execute(),
      )
    },

    async prune(before) {
      await database.write((transaction) =>
        transaction.deleteFrom('sign_ups').where('abandon_at', '<', before).execute(),
      )
    },
  }
}
