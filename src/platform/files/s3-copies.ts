import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { readBucket, refuseUnlessDone } from './s3-file-store.ts'

/** What one PUT may carry, by the rules of S3. */
export const LARGEST_COPY = 5 * 2 ** 30

/** A line that carries less than this in six hours carries no copies every night. */
const PATIENCE = 6 * 3_600_000

/** Large files under names of their own, in a bucket that is not the one of the documents. */
export type CopyStore = {
  put(name: string, path: string, digest: string): Promise<void>
  /** Reads the whole of it back and gives its SHA-256; null: it is not there. */
  digestOf(name: string): Promise<string | null>
  remove(name: string): Promise<void>
}

export function openCopyStore(url: string): CopyStore {
  const { client, address } = readBucket(url)
  const at = (name: string) => `${address}/${encodeURIComponent(name)}`
  return {
    put: async (name, path, digest) => {
      const response = await client.fetch(at(name), {
        method: 'PUT',
        body: await openAsBlob(path),
        headers: { 'x-amz-content-sha256': digest, 'content-type': 'application/octet-stream' },
        signal: AbortSignal.timeout(PATIENCE),
      })
      await refuseUnlessDone(response, 'put')
    },
    digestOf: async (name) => {
      const response = await client.fetch(at(name), { signal: AbortSignal.timeout(PATIENCE) })
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (!response.ok || !response.body) return refuseUnlessDone(response, 'get')
      const hash = createHash('sha256')
      for await (const piece of response.body) hash.update(piece)
      return hash.digest('hex')
    },
    remove: async (name) => {
      const response = await client.fetch(at(name), { method: 'DELETE', signal: AbortSignal.timeout(60_000) })
      if (response.status === 404) await response.body?.cancel()
      else await refuseUnlessDone(response, 'delete')
    },
  }
}
