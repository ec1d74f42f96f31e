import { accessFaults } from './access-faults.ts'
import { edgesFaults } from './edges-faults.ts'
import type { Fault } from './fault.ts'
import { identifiersFaults } from './identifiers-faults.ts'
import { mailFaults } from './mail-faults.ts'
import { meFaults } from './me-faults.ts'
import { membershipsFaults } from './memberships-faults.ts'
import { operatorsFaults } from './operators-faults.ts'
import { organizationInvitationsFaults } from './organization-invitations-faults.ts'
import { organizationsFaults } from './organizations-faults.ts'
import { ownOrganizationsFaults } from './own-organizations-faults.ts'
import { picturesFaults } from './pictures-faults.ts'
import { rolesFaults } from './roles-faults.ts'
import { roomsFaults } from './rooms-faults.ts'
import { secondFactorsFaults } from './second-factors-faults.ts'
import { sessionsFaults } from './sessions-faults.ts'
import { signInFaults } from './sign-in-faults.ts'
import { ticketsFaults } from './tickets-faults.ts'
import { tokensFaults } from './tokens-faults.ts'
import { usersFaults } from './users-faults.ts'
import { whoMayComeInFaults } from './who-may-come-in-faults.ts'

/** Each is a mistake that somebody could make. `npm run faults` proves that a test of its rule would tell. */
export const faults: readonly Fault[] = [
  ...usersFaults,
  ...edgesFaults,
  ...accessFaults,
  ...identifiersFaults,
  ...operatorsFaults,
  ...meFaults,
  ...membershipsFaults,
  ...signInFaults,
  ...ticketsFaults,
  ...tokensFaults,
  ...mailFaults,
  ...picturesFaults,
  ...roomsFaults,
  ...organizationsFaults,
  ...organizationInvitationsFaults,
  ...ownOrganizationsFaults,
  ...rolesFaults,
  ...secondFactorsFaults,
  ...sessionsFaults,
  ...whoMayComeInFaults,
]
