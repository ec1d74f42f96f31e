import type { Input } from '#contract/operation.ts'
import type { getUserList as contract } from '#contract/users/get-user-list.ts'
import { userOrderFields } from '#contract/users/user-filters.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { User } from './user.ts'
import { readFilters } from './user-filters.ts'
import type { UserPage } from './user-store.ts'

type ListInput = Input<typeof contract>

const limitDefault = 10
const limitMax = 500

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
function readOrder(text: string): Pick<UserPage, 'order' | 'descending'> {
  const order = userOrderFields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${userOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-') }
}

/** Values out of bounds are no errors here: callers rely on getting the default instead. */
const readLimit = (limit: number | undefined) =>
  limit !== undefined && limit >= 1 && limit <= limitMax ? limit : limitDefault

async function readPage(world: World, input: ListInput): Promise<UserPage> {
  const page = {
    ...readOrder(input.order_by || '-created_at'),
    limit: readLimit(input.limit),
    offset: Math.max(0, input.offset ?? 0),
  }
  if (!input.starting_after) return page
  const param = 'starting_after'
  const disallowed = (condition: string) =>
    new Refusal('form_conditional_param_disallowed', { param, condition })
  if (page.order !== 'created_at') throw disallowed('unless the order is by created_at')
  if (page.offset > 0) throw disallowed('together with an offset')
  const last = await world.users.find(input.starting_after)
  if (!last) throw new Refusal('form_resource_not_found', { param })
  return { ...page, after: { id: last.id, created_at: last.created_at } }
}

export async function getUserList(world: World, input: ListInput): Promise<User[]> {
  const filters = readFilters(input)
  return world.users.list(filters, await readPage(world, input))
}
