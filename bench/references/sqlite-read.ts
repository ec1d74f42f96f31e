/** How often one prepared statement reads a user's row from the same file, with nothing around it. */
import { DatabaseSync } from 'node:sqlite'
import { loopFor } from './loop.ts'

export interface SqliteReadOrder {
  readonly file: string
  readonly ids: readonly string[]
  readonly seconds: number
}

process.once('message', async ({ file, ids, seconds }: SqliteReadOrder) => {
  const database = new DatabaseSync(file, { readOnly: true })
  const statement = database.prepare('select * from users where id = ?')
  const readSome = () => {
    for (let n = 0; n < 1000; n++)
      if (!statement.get(ids[Math.floor(Math.random() * ids.length)]!)) throw new Error('no such user')
    return 1000
  }
  const round = await loopFor(seconds, readSome)
  database.close()
  process.send!(round, () => process.disconnect())
})
