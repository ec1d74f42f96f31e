/** What may come of naming an organization to act in. */
export const choiceRefusals = [
  'organization_not_enabled_in_instance',
  'organization_not_found_or_unauthorized',
] as const
