import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { mock, test } from 'node:test'
import { openStorage } from '#server/storage/open.ts'
import { CannotOpen } from '#server/storage/storage.ts'
import { engines, freshDatabase } from '#tests/engines.ts'

/** Opens the storage while `tamper` may change every statement on its way to SQLite. */
async function openTampered(tamper: (statement: string) => string) {
  const database = await freshDatabase('sqlite')
  const connections = new Set<DatabaseSync>()
  const exec = DatabaseSync.prototype.exec
  const spy = mock.method(DatabaseSync.prototype, 'exec', function (this: DatabaseSync, statement: string) {
    connections.add(this)
    return exec.call(this, tamper(statement))
  })
  try {
    const storage = await openStorage({ databaseUrl: '', dataFolder: database.data })
    return { connections: [...connections], close: () => storage.close().then(database.remove) }
  } catch (error) {
    await database.remove()
    throw error
  } finally {
    spy.mock.restore()
  }
}

const read = (connection: DatabaseSync, pragma: string) =>
  Object.values(connection.prepare(`pragma ${pragma}`).get()!)[0]

if (engines.includes('sqlite')) {
  test('[DUR-3] every connection of a running server writes ahead and syncs fully (sqlite)', async () => {
    const { connections, close } = await openTampered((statement) => statement)
    assert.ok(connections.length > 0)
    for (const connection of connections) {
      assert.equal(read(connection, 'journal_mode'), 'wal')
      assert.equal(read(connection, 'synchronous'), 2)
      assert.equal(read(connection, 'foreign_keys'), 1)
      assert.ok(Number(read(connection, 'busy_timeout')) >= 5000)
    }
    await close()
  })

  const weaker = [
    ['journal_mode', 'delete', 'delete'],
    ['synchronous', 'normal', '1'],
    ['synchronous', 'off', '0'],
    ['foreign_keys', 'off', '0'],
    ['busy_timeout', '100', '100'],
  ] as const
  for (const [pragma, value, said] of weaker)
    test(`[DUR-3] a start on which ${pragma} stays ${value} is refused (sqlite)`, async () => {
      const setting = new RegExp(`^pragma ${pragma} *=`, 'i')
      await assert.rejects(
        openTampered((statement) => (setting.test(statement) ? `pragma ${pragma} = ${value}` : statement)),
        (error) => {
          assert.ok(error instanceof CannotOpen, String(error))
          assert.ok(
            error.message.includes(pragma) && error.message.endsWith(`it says ${said}`),
            error.message,
          )
          return true
        },
      )
    })
}
