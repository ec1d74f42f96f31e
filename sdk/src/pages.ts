import { ValidationError } from './errors.ts'

/** One page of a list, and how many there are on all pages. */
export interface Page<Item> {
  readonly data: readonly Item[]
  readonly totalCount: number
}

export async function pageOf<Item>(
  items: Promise<readonly Item[]>,
  count: Promise<{ readonly totalCount: number }>,
): Promise<Page<Item>> {
  const [data, { totalCount }] = await Promise.all([items, count])
  return { data, totalCount }
}

interface Listed {
  readonly id: string
  readonly createdAt: number
}

/** What paging reads of the filters; the others are passed on. */
interface Filters {
  readonly limit?: number | undefined
  readonly orderBy?: string | undefined
  readonly createdAtBefore?: number | Date | undefined
  readonly createdAtAfter?: number | Date | undefined
}

type FetchPage<Item> = (params: object) => Promise<readonly Item[]>

const pageSizeDefault = 100
/** A server takes a larger one for no number at all, and answers ten. */
const pageSizeMax = 500

const sizeOf = ({ limit = pageSizeDefault }: Filters): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > pageSizeMax)
    throw new RangeError(`limit is the size of a page, from 1 to ${pageSizeMax}`)
  return limit
}

/** Every item once, page by page. */
export async function* iterate<Item extends Listed>(
  fetchPage: FetchPage<Item>,
  filters: Filters = {},
): AsyncGenerator<Item, void, undefined> {
  const limit = sizeOf(filters)
  const { orderBy = '-created_at' } = filters
  const walk = /^[+-]?created_at$/.test(orderBy) ? walkByCursor : walkByOffset
  yield* walk(fetchPage, { ...filters, limit, orderBy })
}

/** The same of a list that has no other order than its own, and no cursor. */
export async function* iterateByOffset<Item extends { readonly id: string }>(
  fetchPage: FetchPage<Item>,
  filters: Pick<Filters, 'limit'> = {},
): AsyncGenerator<Item, void, undefined> {
  yield* walkByOffset(fetchPage, { ...filters, limit: sizeOf(filters) })
}

interface Paging extends Filters {
  readonly limit: number
  readonly orderBy: string
}

const isLostCursor = (error: unknown) =>
  error instanceof ValidationError && error.code === 'form_resource_not_found'

/** Where a walk goes on whose last item was deleted: at the same instant, some of whose items it has passed. */
function restartAt(createdAt: number, filters: Paging): Paging {
  if (filters.orderBy.startsWith('-')) {
    const createdAtBefore = Math.min(
      createdAt + 1,
      Number(filters.createdAtBefore ?? Number.POSITIVE_INFINITY),
    )
    return { ...filters, createdAtBefore }
  }
  const createdAtAfter = Math.max(createdAt - 1, Number(filters.createdAtAfter ?? Number.NEGATIVE_INFINITY))
  return { ...filters, createdAtAfter }
}

/** The place in the order of creation is kept by the last item: what is created or deleted meanwhile moves nothing. */
async function* walkByCursor<Item extends Listed>(
  fetchPage: FetchPage<Item>,
  filters: Paging,
): AsyncGenerator<Item, void, undefined> {
  let last: Item | undefined
  let seen = new Set<string>()
  const nextPage = async () => {
    if (!last) return fetchPage(filters)
    try {
      return await fetchPage({ ...filters, startingAfter: last.id })
    } catch (error) {
      if (!isLostCursor(error)) throw error
      return fetchPage(restartAt(last.createdAt, filters))
    }
  }
  for (;;) {
    const items = await nextPage()
    for (const item of items) {
      if (item.createdAt !== last?.createdAt) seen = new Set()
      last = item
      if (seen.has(item.id)) continue
      seen.add(item.id)
      yield item
    }
    if (items.length < filters.limit) return
  }
}

/** Other orders have no such place: what moves between two pages comes again, and is left out. */
async function* walkByOffset<Item extends { readonly id: string }>(
  fetchPage: FetchPage<Item>,
  filters: { readonly limit: number },
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>()
  for (let offset = 0; ; offset += filters.limit) {
    const items = await fetchPage({ ...filters, offset })
    for (const item of items) {
      if (seen.has(item.id)) continue
      seen.add(item.id)
      yield item
    }
    if (items.length < filters.limit) return
  }
}
