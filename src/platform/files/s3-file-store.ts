import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { isDigest, placeOf, type FileStore, type KeptContent } from './file-store.ts'

type Bucket = { client: AwsClient; address: string }

/** No file of ours is large: what takes longer than this has stopped. */
const PATIENCE = 60_000

/**
 * A bucket of S3-compatible storage: `s3+https://KEY:SECRET@host/bucket?region=eu-central-1`. Key and secret are
 * percent-encoded there. The bucket stands in the path, which every such service understands.
 */
export function openS3FileStore(url: string): FileStore {
  const bucket = readBucket(url)
  return {
    put: (digest, path) => keep(bucket, digest, path),
    open: (digest) => openIfKept(bucket, digest),
    remove: (digest) => remove(bucket, digest),
    list: () => listKept(bucket),
  }
}

export function readBucket(url: string): Bucket {
  const at = new URL(url)
  const protocol = /^s3\+(https?):$/.exec(at.protocol)?.[1]
  const path = at.pathname.replace(/\/$/, '')
  if (!protocol || !at.username || !at.password || path.length < 2) throw new Error('S3_URL is not understood')
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(at.username),
    secretAccessKey: decodeURIComponent(at.password),
    service: 's3',
    region: at.searchParams.get('region') ?? 'us-east-1',
    retries: 3,
  })
  return { client, address: `${protocol}://${at.host}${path}` }
}

/** The digest is the very header that S3 signs the content by: the service refuses content that does not have it. */
async function keep({ client, address }: Bucket, digest: string, path: string): Promise<void> {
  const response = await client.fetch(`${address}/${placeOf(digest)}`, {
    method: 'PUT',
    body: await openAsBlob(path),
    headers: { 'x-amz-content-sha256': digest, 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(PATIENCE),
  })
  await refuseUnlessDone(response, 'put')
}

async function openIfKept({ client, address }: Bucket, digest: string): Promise<Readable | null> {
  const response = await client.fetch(`${address}/${placeOf(digest)}`)
  if (response.status === 404) {
    await response.body?.cancel()
    return null
  }
  if (!response.ok || !response.body) return refuseUnlessDone(response, 'get')
  // The same class seen from the types of the web and of Node.
  return Readable.fromWeb(response.body as ReadableStream)
}

async function remove({ client, address }: Bucket, digest: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await client.fetch(`${address}/${placeOf(digest)}`, { method: 'DELETE', signal })
  if (response.status !== 404) await refuseUnlessDone(response, 'delete')
}

async function* listKept({ client, address }: Bucket): AsyncIterable<KeptContent> {
  let next: string | null = ''
  while (next !== null) {
    const page = new URL(address)
    page.searchParams.set('list-type', '2')
    if (next) page.searchParams.set('continuation-token', next)
    const response = await client.fetch(page, { signal: AbortSignal.timeout(PATIENCE) })
    if (!response.ok) await refuseUnlessDone(response, 'list')
    const xml = await response.text()
    yield* keptIn(xml)
    next = valueOf(xml, 'NextContinuationToken')
  }
}

/** Our keys are hexadecimal and the dates are ISO: nothing in them is ever escaped, so no XML reader is needed. */
function* keptIn(xml: string): Iterable<KeptContent> {
  for (const [entry] of xml.matchAll(/<Contents>.*?<\/Contents>/gs)) {
    const digest = valueOf(entry, 'Key')?.split('/').at(-1) ?? ''
    const keptAt = new Date(valueOf(entry, 'LastModified') ?? Number.NaN)
    if (isDigest(digest) && !Number.isNaN(keptAt.getTime())) yield { digest, keptAt }
  }
}

const valueOf = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? null

/** Throws with the status alone: the answer's words may repeat the signed address. */
export async function refuseUnlessDone(response: Response, what: string): Promise<null> {
  await response.body?.cancel()
  if (!response.ok) throw new Error(`File storage refused to ${what}: ${response.status}`)
  return null
}
