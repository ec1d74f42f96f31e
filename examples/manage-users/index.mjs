import { createClerkClient } from '@clerk/backend'

const clerk = createClerkClient({
  secretKey: process.env.CLERK_SECRET_KEY,
  apiUrl: process.env.CLERK_API_URL,
})

const user = await clerk.users.createUser({
  emailAddress: [`grace.${Date.now()}@example.com`],
  firstName: 'Grace',
})
await clerk.users.updateUserMetadata(user.id, { publicMetadata: { plan: { seats: 3 } } })

const { data, totalCount } = await clerk.users.getUserList({ query: 'grace', limit: 5 })
console.log(`${totalCount} found; the newest has`, data[0].publicMetadata)
