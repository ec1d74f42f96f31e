import { Refusal } from './refusal.ts'

const limitDefault = 10
const limitMax = 500

/** The page that is asked for. Values out of bounds are no errors: callers rely on getting the usual ones instead. */
export function pageOf({ limit = limitDefault, offset = 0 }: { limit?: number; offset?: number }) {
  const isSize = limit >= 1 && limit <= limitMax
  return { limit: isSize ? limit : limitDefault, offset: Math.max(0, offset) }
}

/** The same for lists that have no pages unless somebody asks for one, in whatever way. */
export const askedPage = (asked: { paginated?: boolean; limit?: number; offset?: number }) =>
  asked.paginated || asked.limit !== undefined || asked.offset !== undefined ? pageOf(asked) : undefined

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
export function readOrder<Field extends string>(
  fields: readonly Field[],
  text: string,
): { order: Field; descending: boolean } {
  const order = fields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${fields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-') }
}
