import { hash } from 'node:crypto'
import { anyPicture } from '#tests/images/pictures.ts'
import type { Intent, Json, Verb } from './ledger.ts'

/** A number in [0, 1), the same sequence for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A user that a writer knows: the number of the write that created it, and how it is now. */
export interface Known {
  user: number
  body: Json
}

export type Written = Omit<Intent, 'kind' | 'n'>

const createBody = (n: number) => ({
  external_id: `ledger-${n}`,
  email_address: [`first.${n}@example.com`, `second.${n}@example.com`],
  phone_number: [`+1415${String(n).padStart(7, '0')}`],
  web3_wallet: [`0x${n.toString(16).padStart(40, '0')}`],
  username: `ledger_${n}`,
  first_name: `Name ${n}`,
  // A digest, so that the load is one of writing and not of hashing.
  ...(n % 2 === 0 ? { password_digest: hash('md5', `password ${n}`), password_hasher: 'md5' } : {}),
  public_metadata: { born: n, nested: { born: n } },
  private_metadata: { born: n },
})

const create = (n: number): Written => ({
  verb: 'create',
  user: n,
  method: 'POST',
  path: '/users',
  body: createBody(n),
})

/** Everything in it is new but the second address, which is met after other rows have been written. */
const refusedCreate = (n: number, taken: Known): Written => {
  const body = createBody(n)
  body.email_address[1] = taken.body.email_addresses[0].email_address
  return { ...create(n), body, refused: 422 }
}

const onUser = (verb: Verb, method: string, { user, body }: Known, path = '', sent?: Json): Written => ({
  verb,
  user,
  method,
  path: `/users/${body.id}${path}`,
  ...(sent === undefined ? {} : { body: sent }),
})

/** How many backup codes each write of them gives a user. */
export const codesOfWrite = 2

function update(n: number, known: Known, random: () => number): Written {
  const { email_addresses, primary_email_address_id: primary } = known.body
  const other = email_addresses.find(({ id }: { id: string }) => id !== primary).id
  const kinds = [
    { first_name: `Renamed ${n}`, last_name: `By ${n}` },
    { first_name: `Renamed ${n}`, username: `renamed_${n}` },
    { last_name: `Moved ${n}`, primary_email_address_id: other, username: `moved_${n}` },
    { public_metadata: { replaced: n }, first_name: `Replaced ${n}` },
    {
      totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      backup_codes: [`first-code-${n}`, `second-code-${n}`],
    },
    { backup_codes: [], last_name: `Without codes ${n}` },
  ]
  return onUser('update', 'PATCH', known, '', kinds[Math.floor(random() * kinds.length)])
}

const refusedUpdate = (n: number, known: Known, holder: Known): Written => ({
  ...onUser('update', 'PATCH', known, '', { first_name: `Never ${n}`, username: holder.body.username }),
  refused: 422,
})

const merge = (n: number, known: Known): Written =>
  onUser('merge', 'PATCH', known, '/metadata', {
    public_metadata: { [`k${n}`]: n, nested: { last: n, born: null } },
    private_metadata: { last: n },
  })

/** Pictures that several users have at once, in one file. */
const sharedPictures = Array.from({ length: 3 }, anyPicture)
const brokenPicture = anyPicture().subarray(0, 60)

const upload = (known: Known, picture: Buffer): Written => ({
  ...onUser('upload', 'POST', known, '/profile_image'),
  picture: picture.toString('base64'),
})

/** Nobody is given the picture that it has: that would be no write. */
function pictureWrite(users: readonly Known[], random: () => number): Written {
  const pictured = users.filter(({ body }) => body.has_image)
  const bare = users.filter(({ body }) => !body.has_image)
  const of = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)]!
  const dice = random()
  if (dice < 0.1) return { ...upload(of(users), brokenPicture), refused: 400 }
  if (pictured.length > 0 && dice < 0.35) return onUser('removal', 'DELETE', of(pictured), '/profile_image')
  if (bare.length === 0 || (pictured.length > 0 && dice < 0.5)) return upload(of(pictured), anyPicture())
  return upload(of(bare), random() < 0.5 ? of(sharedPictures) : anyPicture())
}

/** The next write of one writer, who alone writes to its users. */
export function nextWrite(n: number, users: readonly Known[], random: () => number): Written {
  const some = () => users[Math.floor(random() * users.length)]!
  const dice = random()
  if (users.length === 0 || dice < 0.35) return create(n)
  if (dice < 0.55) return update(n, some(), random)
  if (dice < 0.7) return merge(n, some())
  if (dice < 0.82) return pictureWrite(users, random)
  if (dice < 0.9) return onUser('delete', 'DELETE', some())
  const [known, holder] = [some(), some()]
  return known === holder ? refusedCreate(n, holder) : refusedUpdate(n, known, holder)
}
