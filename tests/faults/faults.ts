import { accessFaults } from './access-faults.ts'
import { edgesFaults } from './edges-faults.ts'
import type { Fault } from './fault.ts'
import { identifiersFaults } from './identifiers-faults.ts'
import { mailFaults } from './mail-faults.ts'
import { meFaults } from './me-faults.ts'
import { operatorsFaults } from './operators-faults.ts'
import { picturesFaults } from './pictures-faults.ts'
import { secondFactorsFaults } from './second-factors-faults.ts'
import { sessionsFaults } from './sessions-faults.ts'
import { signInFaults } from './sign-in-faults.ts'
import { tokensFaults } from './tokens-faults.ts'
import { usersFaults } from './users-faults.ts'

/** Each is a mistake that somebody could make. `npm run faults` proves that a test of its rule would tell. */
export const faults: readonly Fault[] = [
  ...usersFaults,
  ...edgesFaults,
  ...accessFaults,
  ...identifiersFaults,
  ...operatorsFaults,
  ...meFaults,
  ...signInFaults,
  ...tokensFaults,
  ...mailFaults,
  ...picturesFaults,
  ...secondFactorsFaults,
  ...sessionsFaults,
]
