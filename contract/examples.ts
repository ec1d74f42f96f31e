import { accessExamples } from './examples/access.ts'
import { type ClientCall, clientText, curlText } from './examples/calls.ts'
import type { Example } from './examples/example.ts'
import { identifierExamples } from './examples/identifiers.ts'
import { instanceSettingsExamples } from './examples/instance-settings.ts'
import { invitationExamples } from './examples/invitations.ts'
import { mailExamples } from './examples/mail.ts'
import { membershipExamples } from './examples/memberships.ts'
import { organizationDomainExamples } from './examples/organization-domains.ts'
import { organizationInvitationExamples } from './examples/organization-invitations.ts'
import { organizationExamples } from './examples/organizations.ts'
import { roleExamples } from './examples/roles.ts'
import { secondFactorExamples } from './examples/second-factors.ts'
import { sessionExamples } from './examples/sessions.ts'
import { tokenExamples } from './examples/tokens.ts'
import { userExamples } from './examples/users.ts'
import type { Operation } from './operation.ts'

/** By operation id. Each tag has its own file. */
export const examples: Readonly<Record<string, Example>> = {
  ...userExamples,
  ...accessExamples,
  ...identifierExamples,
  ...invitationExamples,
  ...mailExamples,
  ...organizationExamples,
  ...membershipExamples,
  ...organizationInvitationExamples,
  ...organizationDomainExamples,
  ...roleExamples,
  ...instanceSettingsExamples,
  ...secondFactorExamples,
  ...sessionExamples,
  ...tokenExamples,
}

/** The base address that the texts of the table are written for. */
export const exampleServerUrl = 'http://127.0.0.1:4747'

/** The example of an operation, as the server at this address would answer it. No operation goes without. */
export function exampleOf(operation: Operation, serverUrl: string): Example {
  const example = examples[operation.id]
  if (!example) throw new Error(`${operation.id} has no example in contract/examples/`)
  return JSON.parse(JSON.stringify(example).replaceAll(exampleServerUrl, serverUrl))
}

/** The request of the example as text: for the shell, and for a program. */
export function callsOf(operation: Operation, serverUrl: string): { curl: string; client: ClientCall } {
  const example = exampleOf(operation, serverUrl)
  return { curl: curlText(operation, example, serverUrl), client: clientText(operation, example, serverUrl) }
}
