import { permissionOrderFields } from '#contract/organization-permissions/permission.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { fold } from '#server/users/fold.ts'
import type { Permission } from './role.ts'

interface ListInput {
  readonly query?: string
  readonly order_by?: string
  readonly limit?: number
  readonly offset?: number
}
type Listed = Pick<Permission, 'id' | 'key' | 'name' | 'created_at'>

export interface ListPage<T> {
  readonly data: readonly T[]
  readonly total: number
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

function orderOf(text: string): (a: Listed, b: Listed) => number {
  const { order, descending } = readOrder(permissionOrderFields, text)
  const direction = descending ? -1 : 1
  const value = (one: Listed) => (order === 'name' ? fold(one.name) : one[order])
  return (a, b) => direction * (compare(value(a), value(b)) || compare(a.id, b.id))
}

/** A page of what is few enough to be read whole. */
export function listPage<T extends Listed>(all: readonly T[], input: ListInput): ListPage<T> {
  const order = orderOf(input.order_by || '-created_at')
  const id = input.query?.trim() ?? ''
  const part = fold(id)
  const matching = all.filter(
    (one) => one.id === id || fold(one.name).includes(part) || fold(one.key).includes(part),
  )
  const { limit, offset } = pageOf(input)
  return { data: matching.sort(order).slice(offset, offset + limit), total: matching.length }
}
