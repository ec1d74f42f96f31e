import type { BucketAddress } from './images-address.ts'
import type { MailServer } from './mail-server.ts'
import type { Settings } from './settings.ts'

export type Environment = 'test' | 'live'

/** Everything that a server is started with: the variables of the environment, read and checked. */
export interface Config {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Without a trailing slash. Empty: `http://` and the address that the server really listens on. */
  readonly publicUrl: string
  /** The data folder. */
  readonly data: string
  /** `postgres://…`, or empty for SQLite in the data folder. */
  readonly databaseUrl: string
  /** Where uploaded pictures are kept; undefined for the data folder. */
  readonly images?: BucketAddress | undefined
  readonly environment: Environment
  /** `sk_<environment>_…` */
  readonly secretKey: string
  /** 32 bytes in base64. */
  readonly encryptionKey: string
  /** False turns every rate limit off. */
  readonly rateLimits: boolean
  /** `cheap` is for tests: digests that cost nothing protect nobody. */
  readonly passwordHashing: 'full' | 'cheap'
  /** Of Node's thread pool, which hashing shares with files and name look-ups. */
  readonly threads: number
  /** Undefined: mail is only stored. */
  readonly mailServer: MailServer | undefined
  readonly settings: Settings
  /** The paths that the settings file gives. */
  readonly givenSettings: ReadonlySet<string>
  /** Addresses or CIDR ranges whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: string
}
