/** A query failed because the database is away, overloaded or locked for too long: 503, not a bug. */
export class StorageUnavailable extends Error {}

/** Another transaction holds the row for too long: the caller may try again. */
export class RowBusy extends Error {}
