import { permissionOrderFields } from '#contract/organization-permissions/permission.ts'
import { Refusal } from '#server/refusal.ts'
import { pageOf } from '#server/sessions/get-session-list.ts'
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

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
function orderOf(text: string): (a: Listed, b: Listed) => number {
  const field = permissionOrderFields.find((known) => known === text.replace(/^[+\- ]/, ''))
  if (!field) {
    const problem = `must be one of ${permissionOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  const direction = text.startsWith('-') ? -1 : 1
  const value = (one: Listed) => (field === 'name' ? fold(one.name) : one[field])
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
