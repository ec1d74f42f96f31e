import type { Transaction } from 'kysely'
import type { SignIn, SignInStatus } from '#server/sessions/sign-in.ts'
import {
  type SignInChange,
  type SignInCompletion,
  SignInPassed,
  type SignInStore,
} from '#server/sessions/sign-in-store.ts'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import type { SignInRow, Tables } from './tables.ts'

const columns = [
  'id',
  'client_id',
  'user_id',
  'status',
  'identifier',
  'first_factor',
  'second_factor',
  'first_factor_at',
  'created_session_id',
  'abandon_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof SignIn)[]

const parse = (text: string | null) => (text === null ? null : JSON.parse(text))
const write = (value: object | null) => (value === null ? null : JSON.stringify(value))

const toSignIn = (row: SignInRow): SignIn => ({
  ...row,
  status: row.status as SignInStatus,
  first_factor: parse(row.first_factor),
  second_factor: parse(row.second_factor),
})

const toColumns = ({ first_factor, second_factor, ...change }: SignInChange & { status?: SignInStatus }) => ({
  ...change,
  ...(first_factor === undefined ? {} : { first_factor: write(first_factor) }),
  ...(second_factor === undefined ? {} : { second_factor: write(second_factor) }),
})

/** In the transaction that begins the session: one attempt has one session, or neither is there. */
export async function completeSignIn(
  transaction: Transaction<Tables>,
  { id, from, change, session }: SignInCompletion,
  at: number,
): Promise<void> {
  const completed = await transaction
    .updateTable('sign_ins')
    .set({ ...toColumns({ ...change, status: 'complete' }), created_session_id: session, updated_at: at })
    .where('id', '=', id)
    .where('status', '=', from)
    .returning('id')
    .executeTakeFirst()
  if (!completed) throw new SignInPassed('the attempt has moved on')
}

export function signInStore(database: Database): SignInStore {
  return {
    async insert(signIn) {
      const { first_factor, second_factor } = signIn
      const row = { ...signIn, first_factor: write(first_factor), second_factor: write(second_factor) }
      await database.write((transaction) => transaction.insertInto('sign_ins').values(row).execute())
    },

    async find(id) {
      if (id.includes('\0')) return undefined
      const row = await database.read((db) =>
        db.selectFrom('sign_ins').select(columns).where('id', '=', id).executeTakeFirst(),
      )
      return row && toSignIn(row)
    },

    move: (id, from, change, at) =>
      database.write(async (transaction) => {
        const row = await transaction
          .updateTable('sign_ins')
          .set({ ...toColumns(change), updated_at: at })
          .where('id', '=', id)
          .where('status', '=', from)
          .returning(columns)
          .executeTakeFirst()
        return row && toSignIn(row)
      }),

    async noteFailure(id, at, event) {
      await database.write(async (transaction) => {
        await transaction.updateTable('sign_ins').set({ updated_at: at }).where('id', '=', id).execute()
        if (event) await recordEvent(transaction, event)
      })
    },

    async prune(before) {
      await database.write((transaction) =>
        transaction.deleteFrom('sign_ins').where('abandon_at', '<', before).execute(),
      )
    },
  }
}
