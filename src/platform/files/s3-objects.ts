import { createHash } from 'node:crypto'
import { readBucket, refuseUnlessDone } from './s3-file-store.ts'

/** Small things of our own under a name, beside the files, in the same bucket. */
export type S3Objects = { put(name: string, content: string): Promise<void>; get(name: string): Promise<string | null> }

/** Who waits for these has something else to do. */
const PATIENCE = 5_000

export function openS3Objects(url: string): S3Objects {
  const { client, address } = readBucket(url)
  return {
    put: async (name, content) => {
      const response = await client.fetch(`${address}/${name}`, {
        method: 'PUT',
        body: content,
        headers: {
          'x-amz-content-sha256': createHash('sha256').update(content).digest('hex'),
          'content-type': 'text/plain; charset=utf-8',
        },
        signal: AbortSignal.timeout(PATIENCE),
      })
      await refuseUnlessDone(response, 'put')
    },
    get: async (name) => {
      const response = await client.fetch(`${address}/${name}`, { signal: AbortSignal.timeout(PATIENCE) })
      if (response.ok) return response.text()
      if (response.status !== 404) return refuseUnlessDone(response, 'get')
      await response.body?.cancel()
      return null
    },
  }
}
