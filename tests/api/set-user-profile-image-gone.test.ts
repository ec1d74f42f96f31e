import assert from 'node:assert/strict'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, fileOf, files, newUser, served, upload, uploaded } from '#tests/api/uploads.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'

rule('IMG-8', 'uploads at once leave one file, that of the picture which is shown', async (server) => {
  for (let round = 0; round < 3; round++) {
    const user = await newUser(server)
    const before = await files(server)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => upload(server, user.id, pictureForm(anyPicture()))),
    )
    for (const answer of answers) assert.equal(answer.status, 200, answer.text)
    const { body } = await server.request('GET', `/users/${user.id}`)
    assert.deepEqual(
      (await files(server)).filter((name) => !before.includes(name)),
      [fileOf(body)],
    )
  }
})

rule('IMG-8', 'a picture that two users have stays until the last one lets go', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const bytes = anyPicture()
  const { image_url } = await uploaded(server, ada.id, bytes)
  assert.equal((await uploaded(server, eve.id, bytes)).image_url, image_url)
  await uploaded(server, ada.id, anyPicture())
  assert.equal((await served(image_url)).status, 200)
  assert.equal((await server.request('DELETE', `/users/${eve.id}`)).status, 200)
  assert.equal((await served(image_url)).status, 404)
})

rule('IMG-8', 'one user takes a picture while another lets it go: it is there', async (server) => {
  const [ada, eve] = [await newUser(server), await newUser(server)]
  const bytes = anyPicture()
  for (let round = 0; round < 15; round++) {
    await uploaded(server, ada.id, bytes)
    const [taken] = await Promise.all([
      uploaded(server, eve.id, bytes),
      server.request('DELETE', `/users/${ada.id}/profile_image`),
    ])
    assert.equal((await served(taken.image_url)).status, 200, `round ${round}`)
    await server.request('DELETE', `/users/${eve.id}/profile_image`)
    assert.equal((await served(taken.image_url)).status, 404, `round ${round}`)
  }
})

rule('IMG-8', 'a deleted user leaves no picture', async (server) => {
  const user = await newUser(server)
  const shown = await uploaded(server, user.id, anyPicture())
  assert.ok((await files(server)).includes(fileOf(shown)))
  assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
  assert.ok(!(await files(server)).includes(fileOf(shown)))
  assert.equal((await served(shown.image_url)).status, 404)
})

rule(
  'IMG-8',
  'a folder that cannot be written is 503, and the user keeps the picture',
  async (server) => {
    const user = await newUser(server)
    const folder = join(server.database.data, 'images')
    await writeFile(folder, 'a file where the folder should be')
    await utimes(folder, new Date(), new Date())
    const answer = await upload(server, user.id, pictureForm(anyPicture()))
    assert.equal(answer.status, 503, answer.text)
    assert.equal(codeOf(answer), 'service_unavailable')
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  },
  { fresh: true },
)
