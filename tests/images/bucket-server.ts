// @ts-expect-error: the package comes without types
import S3rver from 's3rver'

interface Bucket {
  readonly port: number
  close(): Promise<void>
}

/** A server on 127.0.0.1 that speaks S3, with one bucket named `pictures`; its keys are both `S3RVER`. */
export async function startBucketServer(directory: string): Promise<Bucket> {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'pictures', configs: [] }],
  })
  const { port } = await server.run()
  return { port, close: () => server.close() }
}
