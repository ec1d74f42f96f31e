import { domainModes } from '#contract/organizations/domain.ts'
import { Refusal } from '#server/refusal.ts'
import { readSigned } from '#server/users/user-filters.ts'
import type { DomainFilters } from './domain-store.ts'

interface Given {
  readonly verified?: boolean
  readonly enrollment_mode?: readonly string[]
}

/** What both lists filter by. */
export function readDomainFilters({ verified, enrollment_mode }: Given): DomainFilters {
  const given = (enrollment_mode ?? []).flatMap((text) => text.split(',')).filter((text) => text !== '')
  const modes = readSigned(given)
  const isKnown = (mode: string) => domainModes.some((known) => known === mode)
  if (modes && ![...modes.include, ...modes.exclude].every(isKnown))
    throw new Refusal('form_param_value_invalid', {
      param: 'enrollment_mode',
      problem: `must be one of ${domainModes.join(', ')}, with - before it or not`,
    })
  return {
    ...(verified === undefined ? {} : { verified }),
    ...(modes ? { enrollment_modes: modes } : {}),
  }
}
