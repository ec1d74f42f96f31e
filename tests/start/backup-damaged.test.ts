import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { suite, test } from 'node:test'
import { BackupRefused } from '#server/storage/backup/backup.ts'
import { readBackup } from '#server/storage/backup/read-backup.ts'
import { engines, freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { rawly } from '../stores/given.ts'
import { done, environmentOf, refused, stopped, usedDatabase } from './operators.ts'

const watch = { progress: () => {}, signal: new AbortController().signal }

if (engines.includes('sqlite'))
  suite('damage, on sqlite', () => {
    test('[OPS-5] a flip of any byte is caught (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const bytes = await readFile(file)
      const path = join(database.data, 'flipped')
      for (let at = 0; at < bytes.length; at += at < 200 || at > bytes.length - 200 ? 1 : 97) {
        bytes[at]! ^= 1 << (at % 8)
        await writeFile(path, bytes)
        await assert.rejects(readBackup(path, watch), BackupRefused, `byte ${at}`)
        bytes[at]! ^= 1 << (at % 8)
      }
      await writeFile(path, bytes)
      const backup = await readBackup(path, watch)
      backup.close()
      await database.remove()
    })

    test('[OPS-7] a damaged database refuses the start in one line, and can be replaced (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const path = join(database.data, 'bartleby.sqlite')
      const whole = await readFile(path)
      const garbled = (from: number, to: number) => Buffer.from(whole).fill(0x5a, from, to)
      const damages: [string, Buffer][] = [
        ['no database', Buffer.from('certainly not a database '.repeat(500))],
        ['first page', garbled(100, 4096)],
        ['all other pages', garbled(4096, whole.length)],
        ['cut short', whole.subarray(0, 4096)],
      ]
      for (const [name, bytes] of damages) {
        await writeFile(path, bytes)
        const line = await refused(['serve'], { ...environmentOf(database), BARTLEBY_PORT: '0' })
        assert.match(
          line,
          /bartleby\.sqlite is damaged \([^)]+\): restore a backup with "bartleby restore/,
          name,
        )
        assert.deepEqual(await readFile(path), bytes, `${name} was changed`)
      }
      await done(['restore', file, '--force'], environmentOf(database))
      await stopped(await spawnBartleby({ database }))
      await database.remove()
    })

    test('[OPS-4] a database that cannot be read to its end leaves no backup (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const folder = (await freshDatabase('sqlite')).data
      const source = new DatabaseSync(join(database.data, 'bartleby.sqlite'))
      const { page } = source
        .prepare("select rootpage as page from sqlite_schema where name = 'events'")
        .get()!
      source.close()
      const path = join(database.data, 'bartleby.sqlite')
      const bytes = await readFile(path)
      await writeFile(path, bytes.fill(0x5a, (Number(page) - 1) * 4096, Number(page) * 4096))
      const line = await refused(['backup', join(folder, 'x.backup')], environmentOf(database))
      assert.match(line, /nothing was written: The database file \S+ is damaged/)
      assert.deepEqual(await readdir(folder), [])
      await database.remove()
    })

    test('[OPS-4] a disk that takes no more leaves no backup (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const folder = (await freshDatabase('sqlite')).data
      const numbers = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)'
      const columns = 'type, actor, subject, at, trace_id, details'
      await rawly(
        database,
        `${numbers} insert into events (${columns}) select 'x', 'x', 'x', 1, 'x', '{}' from n`,
      )
      // A limit on the size of files stands for the full disk.
      const command = `ulimit -f 100; exec "$0" "$1" backup "$2"`
      const bartleby = join(import.meta.dirname, '..', '..', 'bin', 'bartleby.js')
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', command, process.execPath, bartleby, join(folder, 'x.backup')],
        { env: { PATH: process.env.PATH, ...environmentOf(database) }, encoding: 'utf8' },
      )
      assert.equal(status, 1)
      assert.match(stderr, /^bartleby: The backup failed, and nothing was written: [^\n]+\n$/)
      assert.deepEqual(await readdir(folder), [])
      await database.remove()
    })
  })
