import type { Fault } from './fault.ts'

/** Mistakes in profile pictures. */
export const picturesFaults: readonly Fault[] = [
  {
    file: 'server/http/read-upload.ts',
    find: '  return {\n    file: file.content,\n',
    replace:
      "  if (/content-type: (?!image)/i.test(form.toString('latin1'))) throw malformed('is no picture')\n  return {\n    file: file.content,\n",
    rule: 'IMG-1',
    tests: ['tests/api/set-user-profile-image.test.ts'],
  },
  {
    file: 'server/http/read-upload.ts',
    find: 'if (file.content.length > upload.bytesMax) throw tooLarge(upload)',
    replace: '',
    rule: 'IMG-1',
    tests: ['tests/api/set-user-profile-image.test.ts'],
  },
  {
    file: 'server/images/set-user-profile-image.ts',
    find: "'image_id' in attributes ? ['profile_image_id'] : []",
    replace: "['profile_image_id']",
    rule: 'IMG-4',
    tests: ['tests/api/set-user-profile-image.test.ts'],
  },
  {
    file: 'server/images/picture-maker.ts',
    find: 'decoding.run(() => decode(outline))',
    replace: 'decoding.run(() => decode(outline).then(() => upload))',
    rule: 'IMG-5',
    tests: ['tests/api/set-user-profile-image-stored.test.ts'],
  },
  {
    file: 'server/images/picture-maker.ts',
    find: 'upright[orientation]?.(square) ?? square',
    replace: 'upright[1]?.(square) ?? square',
    rule: 'IMG-5',
    tests: ['tests/api/set-user-profile-image-stored.test.ts'],
  },
  {
    file: 'server/images/gif-outline.ts',
    find: 'refuseFrames(++frames)',
    replace: 'refuseFrames(frames++ * 0)',
    rule: 'IMG-6',
    tests: ['tests/images/picture-maker.test.ts'],
  },
  {
    file: 'server/http/pictures.ts',
    find: "  'x-content-type-options': 'nosniff',\n",
    replace: '',
    rule: 'IMG-7',
    tests: ['tests/api/set-user-profile-image-stored.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: '  if (await anyoneHas(world, id)) return\n  await world.images.setAside(id)\n  if (await anyoneHas(world, id)) await world.images.bringBack(id)\n  else await',
    replace: '  await world.images.setAside(id)\n  await',
    rule: 'IMG-8',
    tests: ['tests/api/set-user-profile-image-gone.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: '  await world.images.keep(id, bytes)\n  try {',
    replace: '  try {',
    rule: 'IMG-8',
    tests: ['tests/api/set-user-profile-image-gone.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: '    if (!(await world.images.has(id))) await world.images.keep(id, bytes)\n',
    replace: '',
    rule: 'IMG-8',
    tests: ['server/images/keep-image.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: 'if (await anyoneHas(world, id)) await world.images.bringBack(id)\n  else await',
    replace: 'await',
    rule: 'IMG-8',
    tests: ['server/images/keep-image.test.ts'],
  },
  {
    file: 'server/storage/image-folder.ts',
    find: 'if (!isKept) await writeDurably',
    replace: 'if (!isKept) void writeDurably',
    rule: 'IMG-9',
    tests: ['tests/stores/images.test.ts'],
  },
  {
    file: 'server/images/keep-image.ts',
    find: '!isUsed && keptAt < now - graceMs',
    replace: '!isUsed && keptAt < now',
    rule: 'IMG-9',
    tests: ['tests/start/pictures.test.ts'],
  },
]
