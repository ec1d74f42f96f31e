import type { Difference } from './difference.ts'

/** Roles, permissions and the settings that the API changes. */
export const roleDifferences: readonly Difference[] = [
  {
    topic: 'Role sets',
    ours: 'None: every role is for every organization; `include_in_initial_role_set` is accepted without effect.',
    theirs: 'Named sets of roles, of which an organization has one.',
    reason: 'One set with every role in it is what an instance begins with.',
  },
  {
    topic: 'Settings that the API changes',
    ours: 'What the settings file gives cannot be changed: 422 `form_param_value_invalid`, unless the value is the same.',
    theirs: 'There is no settings file.',
    reason: 'A file that says one thing while another holds would mislead whoever reads it.',
  },
  {
    topic: 'PATCH /instance',
    ours: 'Not there.',
    theirs: 'Changes test mode, support address, origins and the like.',
    reason: 'Its parameters stand in the settings file, or are about the hosted service alone.',
  },
  {
    topic: 'Number of roles',
    ours: '100; `max_allowed_roles` says so. Any number of permissions and domains, shown as 0.',
    theirs: '10 by its guides; permissions are without limit.',
    reason: 'Roles are read whole with every request of a member.',
  },
  {
    topic: 'Keys of roles and permissions that are taken',
    ours: '422 `form_identifier_exists`.',
    theirs: 'Not published.',
    reason: 'The code of every other identifier that is taken.',
  },
  {
    topic: 'Keys of a wrong form, and reserved ones',
    ours: '422 `form_param_format_invalid`.',
    theirs: 'The forms are published, the code is not.',
    reason: 'The catalogue has it for values of a wrong form.',
  },
  {
    topic: 'Permissions of a role that do not exist',
    ours: '404 `resource_not_found`; ids alone name them, keys do not; one named twice is 422 `form_param_duplicate`.',
    theirs: 'Ids, by the published text; 404 is among the statuses.',
    reason: 'A role with fewer permissions than were asked for would surprise.',
  },
  {
    topic: 'Removing a permission that the role does not have',
    ours: '404 `organization_role_permission_association_not_found`.',
    theirs: 'The code is in a client of the hosted service, its status is not published.',
    reason: '404 is among the statuses of the operation.',
  },
  {
    topic: 'Deleting a role that ended invitations had',
    ours: 'Invitations that were accepted, revoked or have run out go with the role.',
    theirs: 'Open ones prevent it; not published for the others.',
    reason: 'An invitation without a role cannot be answered, and its events stay.',
  },
  {
    topic: 'Roles and permissions without organizations',
    ours: '403 `organization_not_enabled_in_instance` from each operation; the settings are answered.',
    theirs: '403 is among the statuses of most.',
    reason: 'They are of no use then, and the settings are where organizations are switched on.',
  },
  {
    topic: 'Null in updates of roles and permissions',
    ours: 'Counts as not sent; an empty description is the way to clear it.',
    theirs: 'Null is accepted; what it means is not published.',
    reason: 'As in other updates.',
  },
  {
    topic: '`domains_enrollment_modes`',
    ours: '`manual_invitation` always; the automatic modes are refused with 422 `form_param_value_invalid`.',
    theirs: 'Two automatic modes can be given.',
    reason: 'Nobody is invited by their address alone here, and what is not done is not promised.',
  },
  {
    topic: 'A role that is deleted while somebody gets it',
    ours: 'The membership is refused with 409 `resource_locked`, or 422 as for an unknown role.',
    theirs: 'Not published.',
    reason: 'Both cannot succeed, and trying again tells the rest.',
  },
]
