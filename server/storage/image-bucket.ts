import type { S3Client as Client } from '@aws-sdk/client-s3'
import { isImageId } from '#server/images/image-id.ts'
import type { ImageStore } from '#server/images/image-store.ts'
import type { BucketAddress } from '#server/settings/images-address.ts'
import { StorageUnavailable } from './storage.ts'

const asideFolder = 'going/'

/** Of an object; a bucket that is missing is another matter. */
const isMissing = (error: unknown) => ['NoSuchKey', 'NotFound'].includes((error as Error).name)

/** A bucket that is away, or that refuses us, is told as a storage that is away. Its own words may name keys. */
const away = (error: unknown) =>
  new StorageUnavailable(`the bucket of the pictures: ${(error as Error).name}`)

/** Loaded by those who need it: few servers keep pictures in a bucket. */
async function connect({ region, endpoint, credentials }: BucketAddress) {
  const s3 = await import('@aws-sdk/client-s3')
  const client = new s3.S3Client({
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
    // Buckets of a server of one's own are seldom names of hosts.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
  })
  return { s3, client }
}

type Connection = Awaited<ReturnType<typeof connect>>

/** Pictures as objects of a bucket that speaks S3. A write is durable when the bucket has answered. */
export function imageBucket(address: BucketAddress): ImageStore {
  const { bucket: Bucket, prefix } = address
  const keyOf = (id: string) => `${prefix}${id}.webp`
  const asideOf = (id: string) => `${prefix}${asideFolder}${id}.webp`
  let connection: Promise<Connection> | undefined

  async function reach<T>(run: (s3: Connection['s3'], client: Client) => Promise<T>): Promise<T> {
    connection ??= connect(address)
    const { s3, client } = await connection
    try {
      return await run(s3, client)
    } catch (error) {
      throw isMissing(error) ? error : away(error)
    }
  }
  const ifThere = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error) => {
      if (isMissing(error)) return undefined
      throw error
    })
  const remove = (Key: string) =>
    reach((s3, client) => client.send(new s3.DeleteObjectCommand({ Bucket, Key })))
  const copy = (from: string, Key: string) =>
    reach((s3, client) =>
      client.send(new s3.CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}` })),
    )
  const move = async (from: string, to: string) => {
    if (await ifThere(copy(from, to))) await remove(from)
  }

  return {
    async keep(id, bytes) {
      const object = { Bucket, Key: keyOf(id), Body: bytes, ContentType: 'image/webp' }
      await reach((s3, client) => client.send(new s3.PutObjectCommand(object)))
    },
    find: (id) =>
      ifThere(
        reach(async (s3, client) => {
          const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key: keyOf(id) }))
          return Buffer.from(await Body!.transformToByteArray())
        }),
      ),
    async has(id) {
      const head = reach((s3, client) => client.send(new s3.HeadObjectCommand({ Bucket, Key: keyOf(id) })))
      return (await ifThere(head)) !== undefined
    },
    setAside: (id) => move(keyOf(id), asideOf(id)),
    bringBack: (id) => move(asideOf(id), keyOf(id)),
    async discard(id) {
      await remove(asideOf(id))
    },
    async *list() {
      let ContinuationToken: string | undefined
      do {
        const listed = await reach((s3, client) =>
          client.send(new s3.ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken })),
        )
        for (const { Key = '', LastModified } of listed.Contents ?? []) {
          const name = Key.slice(prefix.length)
          const isAside = name.startsWith(asideFolder)
          const id = name.slice(isAside ? asideFolder.length : 0).replace(/\.webp$/, '')
          if (isImageId(id)) yield { id, keptAt: LastModified?.getTime() ?? Date.now(), isAside }
        }
        ContinuationToken = listed.NextContinuationToken
      } while (ContinuationToken)
    },
  }
}
