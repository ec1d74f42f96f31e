import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Logger, pino } from 'pino'
import { concurrentHashes, createHashQueue, type HashQueue } from './credentials/hash-queue.ts'
import { createPasswordHashing, hashesWaitingMax, hashParameters } from './credentials/password-hashing.ts'
import { createVault, type Vault } from './credentials/vault.ts'
import { createListener } from './http/listener.ts'
import { sweepImages } from './images/keep-image.ts'
import { createPictureMaker } from './images/picture-maker.ts'
import { establishInstance } from './keys/establish-instance.ts'
import { admitSecretKey, findActor } from './keys/secret-keys.ts'
import { createRateLimits } from './limits/rate-limits.ts'
import type { ShownMail } from './mail/mail.ts'
import { createMailing } from './mail/mailing.ts'
import { establishRoles } from './roles/establish-roles.ts'
import { roleWarnings } from './roles/role-warnings.ts'
import { establishSigningKey } from './sessions/new-signing-key.ts'
import { createSigningKeys } from './sessions/signing-keys.ts'
import type { Config } from './settings/config.ts'
import { imageStore } from './storage/images.ts'
import { openStorage } from './storage/open.ts'
import type { Storage } from './storage/storage.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

export interface RunningBartleby {
  /** The address that it listens on, without a trailing slash. */
  readonly url: string
  readonly publicUrl: string
  /** Passwords hashed or compared so far. */
  hashes(): number
  /** Uploaded pictures decoded so far. */
  decodes(): number
  /** Every row of a table as stored. */
  rows(table: string): Promise<Record<string, unknown>[]>
  /** Finishes the requests in flight, then closes the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Unix milliseconds; the machine's clock unless a test brings its own. */
  readonly now?: () => number
  readonly logger?: Logger
  /** Passwords that may wait to be hashed before the next is refused. */
  readonly hashesWaitingMax?: number
  /** Shows the codes and links of mails to a person, in the test environment alone. */
  readonly showMail?: (mail: ShownMail) => void
}

function mailingOf(config: Config, storage: Storage, vault: Vault, logger: Logger, options: StartOptions) {
  return createMailing({
    config,
    messages: storage.messages,
    codes: storage.codes,
    vault,
    now: options.now ?? Date.now,
    warn: (message, details = {}) => logger.warn(details, message),
    show: options.showMail ?? (() => {}),
  })
}

const noLimits = { take: () => undefined }
const closeIdleEveryMs = 100

/** Answers a function that lets go of connections until the server has closed, unless a request is under way. */
function connectionsOf(server: Server): (closed: Promise<unknown>) => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return async (closed) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections()
      // Node counts a connection that never sent a byte, as browsers open in advance, as busy.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    }, closeIdleEveryMs)
    await closed.finally(() => clearInterval(sweep))
  }
}

function listenerOf(config: Config, storage: Storage, world: World, logger: Logger) {
  return createListener({
    world,
    limits: config.rateLimits ? createRateLimits(config.settings.rate_limits, world.now) : noLimits,
    findActor: (presented) => findActor(storage.secretKeys, presented, config.environment),
    ping: () => storage.ping(),
    trustedProxies: config.trustedProxies,
    logger,
    version,
  })
}

const queueOf = ({ threads }: Config, waitingMax = hashesWaitingMax) =>
  createHashQueue({ concurrent: concurrentHashes(threads), waitingMax })

function hashingOf(config: Config, queue: HashQueue, warn: (message: string) => void) {
  return createPasswordHashing({
    queue,
    parameters: hashParameters[config.passwordHashing],
    policy: config.settings.password,
    warn,
  })
}

/** Clients show the last attempts that were completed on them for so long. */
const attemptsKeptMs = 30 * 86_400_000

/** In the background: no request waits for it. */
const beginSweep = (world: World, warn: (message: string) => void) =>
  Promise.all([
    sweepImages(world, Date.now()).catch(() => warn('pictures that nobody has could not be removed')),
    Promise.all(
      [world.signIns, world.signUps].map((store) => store.prune(world.now() - attemptsKeptMs)),
    ).catch(() => warn('old attempts to sign in or to sign up could not be removed')),
  ])

const addressOf = (host: string, { port }: AddressInfo) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Opens the database, checks the keys against it and listens. Whatever fails closes all that was opened. */
export async function startBartleby(config: Config, options: StartOptions = {}): Promise<RunningBartleby> {
  const now = options.now ?? Date.now
  const logger = options.logger ?? pino({ level: config.logLevel })
  const warn = (message: string) => logger.warn(message)
  const storage = await openStorage({ databaseUrl: config.databaseUrl, dataFolder: config.data, warn })
  try {
    const instance = await establishInstance(storage, config, now())
    await admitSecretKey(storage.secretKeys, config.secretKey, now())
    const { settings, publicUrl } = config
    const queue = queueOf(config, options.hashesWaitingMax)
    const vault = createVault(config.encryptionKey)
    await establishSigningKey(storage.signingKeys, vault, now())
    await establishRoles(storage.roles, now())
    const mailing = mailingOf(config, storage, vault, logger, options)
    const world = {
      now,
      settings,
      givenSettings: config.givenSettings,
      instanceSettings: storage.instanceSettings,
      users: storage.users,
      passwords: storage.passwords,
      factors: storage.factors,
      sessions: storage.sessions,
      clients: storage.clients,
      signIns: storage.signIns,
      signUps: storage.signUps,
      tickets: storage.tickets,
      organizations: storage.organizations,
      memberships: storage.memberships,
      organizationInvitations: storage.organizationInvitations,
      organizationDomains: storage.organizationDomains,
      invitations: storage.invitations,
      listedIdentifiers: storage.listedIdentifiers,
      redirectUrls: storage.redirectUrls,
      roles: storage.roles,
      signingKeys: createSigningKeys({ store: storage.signingKeys, vault, now }),
      jwtTemplates: storage.jwtTemplates,
      hashing: hashingOf(config, queue, warn),
      images: imageStore(config),
      pictures: createPictureMaker(),
      vault,
      codes: storage.codes,
      messages: storage.messages,
      mail: mailing.mail,
      rateLimits: config.rateLimits,
      environment: config.environment,
      instanceId: instance.id,
      publicUrl,
    }
    for (const warning of await roleWarnings(world)) warn(warning)
    const listener = listenerOf(config, storage, world, logger)
    const letGo = connectionsOf(listener.server)
    await listener.listen({ host: config.host, port: config.port, listenTextResolver: () => 'listening' })
    const url = addressOf(config.host, listener.server.address() as AddressInfo)
    if (!publicUrl) world.publicUrl = url
    mailing.begin()
    const sweep = beginSweep(world, warn)
    return {
      url,
      publicUrl: world.publicUrl,
      hashes: () => queue.begun,
      decodes: () => world.pictures.decoded,
      rows: (table) => storage.rows(table),
      async stop() {
        mailing.close()
        await letGo(listener.close())
        await mailing.stop()
        await sweep
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}
