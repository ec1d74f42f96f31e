import { Refusal } from '#server/refusal.ts'

const link = /[a-z][a-z0-9+.-]*:\/\/|\bwww\./i
const markup = /<[a-z/!?][^>]*>/i

/** Names stand in the mail of invitations, which must not carry the links of whoever chose the name. */
export function refuseName(name: string): void {
  if (name.trim() === '') throw new Refusal('form_param_nil', { param: 'name' })
  const problem = 'must not contain a link or HTML'
  if (link.test(name) || markup.test(name))
    throw new Refusal('form_param_value_invalid', { param: 'name', problem })
}
