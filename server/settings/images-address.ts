/** Where in the world pictures are kept that are not kept in the data folder. */
export interface BucketAddress {
  readonly bucket: string
  /** Empty, or with a slash at its end. */
  readonly prefix: string
  readonly region: string
  /** Of a server that speaks S3 and is not Amazon's. */
  readonly endpoint?: string
  /** Without them the machine's own role is asked. */
  readonly credentials?: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  }
}

type Env = Readonly<Record<string, string | undefined>>

function credentialsOf(env: Env, problems: string[]): BucketAddress['credentials'] {
  const accessKeyId = env.AWS_ACCESS_KEY_ID?.trim()
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY?.trim()
  const sessionToken = env.AWS_SESSION_TOKEN?.trim()
  if (!accessKeyId !== !secretAccessKey)
    problems.push('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be given together, or neither.')
  if (!accessKeyId || !secretAccessKey) return undefined
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
}

const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const known = ['endpoint', 'region']

/** Reads `s3://bucket/prefix?endpoint=…&region=…`; undefined when nothing is given, and then pictures stay in the data folder. */
export function readImagesAddress(env: Env, problems: string[]): BucketAddress | undefined {
  const text = env.BARTLEBY_IMAGES_URL?.trim()
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isUsable =
    url?.protocol === 's3:' &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host) &&
    !url.username &&
    !url.password &&
    [...url.searchParams.keys()].every((key) => known.includes(key))
  const endpoint = url?.searchParams.get('endpoint') ?? undefined
  if (!isUsable || (endpoint !== undefined && !isHttp(endpoint))) {
    problems.push(
      'BARTLEBY_IMAGES_URL must look like s3://bucket/prefix?region=eu-central-1, with &endpoint=https://… for a server other than AWS; keys belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    )
    return undefined
  }
  const path = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '')
  const region = url.searchParams.get('region') ?? env.AWS_REGION?.trim() ?? env.AWS_DEFAULT_REGION?.trim()
  const credentials = credentialsOf(env, problems)
  return {
    bucket: url.host,
    prefix: path ? `${path}/` : '',
    region: region || 'us-east-1',
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  }
}
