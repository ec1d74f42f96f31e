/** A program as a user writes it: what must compile, what must not, and lines that say what it met. */
export const program = `import { Bartleby, BartlebyError, NotFoundError, type User, type UpdateUserParams } from 'bartleby-sdk'

interface Plan { name: string; seats?: number }

const { process, console } = globalThis as unknown as {
  process: { env: Record<string, string | undefined> }
  console: { log(text: string): void }
}

const { users } = new Bartleby({
  secretKey: process.env.CLERK_SECRET_KEY,
  baseUrl: process.env.CLERK_API_URL,
  timeoutMs: undefined,
})

const plan: Plan = { name: 'pro' }
const created: User = await users.create({
  username: 'grace',
  firstName: 'Grace',
  lastName: undefined,
  createdAt: new Date(0),
  publicMetadata: { plan_of: plan },
})
const { data, totalCount } = await users.list({ username: ['grace'], createdAtBefore: new Date(), limit: 1 })
console.log(\`\${data.length} of \${totalCount}\`)

const changes: UpdateUserParams = { locale: null, legalAcceptedAt: '2024-01-01T00:00:00Z' }
const { firstName, publicMetadata } = await users.update(created.id, changes)
console.log(\`\${firstName} -> \${(publicMetadata.plan_of as Plan).name}\`)

for await (const user of users.iterate({ username: ['grace'] }, { maxRetries: 0 })) await users.delete(user.id)
try {
  await users.get(created.id)
} catch (error) {
  if (!(error instanceof BartlebyError) || !(error instanceof NotFoundError)) throw error
  const { name, code }: { name: string; code: string | undefined } = error
  console.log(\`\${name} \${code}\`)
}
const left: number = await users.count({ username: ['grace'] })
console.log(\`\${left} left\`)

export function mustNotCompile() {
  // @ts-expect-error a wire name
  users.create({ first_name: 'Ada' })
  // @ts-expect-error not the API's type
  users.update('user_1', { firstName: 7 })
  // @ts-expect-error a list
  users.list({ emailAddress: 'ada@example.com' })
  // @ts-expect-error what to change is missing
  users.update('user_1')
  // @ts-expect-error an id is missing
  users.delete()
  // @ts-expect-error pages are its own matter
  users.iterate({ offset: 10 })
  // @ts-expect-error a time in an answer is a number
  const late: Date = created.createdAt
  // @ts-expect-error answers are not to be written to
  created.firstName = 'Ada'
  return late
}
`

const tokensImport = `import { type SessionClaims, TokenError, type TokenErrorCode, verifyToken } from 'bartleby-sdk/tokens'`

/** A backend as a user writes it, which learns from a token who is signed in. */
export const tokensProgram = `import { Bartleby, type Page, type Session } from 'bartleby-sdk'
${tokensImport}

const { process, console } = globalThis as unknown as {
  process: { env: Record<string, string | undefined> }
  console: { log(text: string): void }
}

const apiUrl = process.env.CLERK_API_URL
const { users, sessions, jwtTemplates } = new Bartleby({ secretKey: process.env.CLERK_SECRET_KEY, baseUrl: apiUrl })
const user = await users.create({ emailAddress: ['token@example.com'] })
const session: Session = await sessions.create({ userId: user.id })
const { jwt } = await sessions.createToken(session.id)

const { sub, sid }: SessionClaims = await verifyToken(jwt, { apiUrl, issuer: undefined })
console.log(\`\${sub === user.id} \${sid === session.id}\`)
const page: Page<Session> = await sessions.list({ userId: user.id })
console.log(\`\${page.data.length} of \${page.totalCount}\`)

const template = await jwtTemplates.create({ name: 'sample', claims: { some_role: 'reader' } })
const other = await sessions.createTokenFromTemplate(session.id, 'sample')
for (const token of [other.jwt, jwt.slice(0, -8) + 'AAAAAAAA', 'none'])
  try {
    await verifyToken(token, { apiUrl })
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    const code: TokenErrorCode = error.code
    console.log(code)
  }
await jwtTemplates.delete(template.id)
await users.delete(user.id)

export function mustNotCompile() {
  // @ts-expect-error options say where the keys are
  verifyToken(jwt)
  // @ts-expect-error a list
  verifyToken(jwt, { apiUrl, authorizedParties: 'https://app.example.com' })
  // @ts-expect-error asked for by itself
  sessions.list({ paginated: true })
}
`

/** What a platform calls `fetch` and `AbortSignal`, given to the SDK. */
export const onPlatform = `import { Bartleby } from 'bartleby-sdk'

const client = new Bartleby({ secretKey: 'sk_test_any', fetch })
const patient = new Bartleby({ secretKey: 'sk_test_any', fetch: (url, init) => fetch(url, { ...init, keepalive: true }) })
await client.users.count({}, { signal: AbortSignal.timeout(1) })
await patient.users.count({}, { signal: new AbortController().signal })
`
