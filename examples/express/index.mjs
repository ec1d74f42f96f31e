import { clerkClient, clerkMiddleware, getAuth } from '@clerk/express'
import express from 'express'

const app = express()
app.use(express.json())
app.use(clerkMiddleware())

const invoices = [{ number: 1, organization: null, total: 120 }]

/** Lets only those pass who are signed in and whose role in the active organization has the permission. */
const allowed = (permission) => (request, response, next) => {
  const { isAuthenticated, has } = getAuth(request)
  if (!isAuthenticated) return response.status(401).json({ error: 'Sign in first.' })
  if (permission && !has({ permission }))
    return response.status(403).json({ error: `${permission} is missing.` })
  next()
}

app.get('/', (_request, response) => response.send('Invoices. Sign in to see yours.'))

app.get('/account', allowed(), async (request, response) => {
  const { userId, orgId, orgRole } = getAuth(request)
  const user = await clerkClient.users.getUser(userId)
  response.json({
    email: user.primaryEmailAddress?.emailAddress,
    organization: orgId ?? null,
    role: orgRole ?? null,
  })
})

app.get('/invoices', allowed('org:invoices:read'), (request, response) => {
  const { orgId } = getAuth(request)
  response.json(invoices.filter(({ organization }) => organization === orgId))
})

app.post('/invoices', allowed('org:invoices:create'), (request, response) => {
  const { orgId } = getAuth(request)
  const invoice = { number: invoices.length + 1, organization: orgId, total: Number(request.body?.total) }
  invoices.push(invoice)
  response.status(201).json(invoice)
})

app.post('/team', allowed('org:sys_memberships:manage'), async (request, response) => {
  const { userId, orgId } = getAuth(request)
  const invitation = await clerkClient.organizations.createOrganizationInvitation({
    organizationId: orgId,
    inviterUserId: userId,
    emailAddress: request.body?.email,
    role: 'org:member',
  })
  response.status(201).json({ email: invitation.emailAddress, status: invitation.status })
})

const server = app.listen(process.env.PORT ?? 3000, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})
