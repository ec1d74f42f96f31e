export type { CallOptions } from './call.ts'
export { Bartleby } from './client.ts'
export {
  type ApiError,
  AuthenticationError,
  BartlebyError,
  ConflictError,
  ConnectionError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './errors.ts'
export type * from './generated/resources.ts'
export type * from './generated/types.ts'
export type { Metadata, MetadataInput } from './metadata.ts'
export type { Page } from './pages.ts'
export type { Fetch, FetchInit, FetchResponse, Signal } from './platform.ts'
export type { BartlebyOptions } from './settings.ts'
export type { FileContent } from './upload.ts'
