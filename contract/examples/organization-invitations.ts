import type { Example, Json } from './example.ts'
import { acme, acmeOrganization } from './organizations.ts'
import { ada, adaUser, changedAt, grace } from './users.ts'
