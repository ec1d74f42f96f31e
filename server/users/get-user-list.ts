import type { Input } from '#contract/operation.ts'
import type { getUserList as contract } from '#contract/users/get-user-list.ts'
import { userOrderFields } from '#contract/users/user-filters.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { User } from './user.ts'
import { readFilters } from './user-filters.ts'
import type { UserPage } from './user-store.ts'

type ListInput = Input<typeof contract>

async function readPage(world: World, input: ListInput): Promise<UserPage> {
  const page = {
    ...readOrder(userOrderFields, input.order_by || '-created_at'),
    ...pageOf(input),
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
