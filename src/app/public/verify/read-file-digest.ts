import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { receiveMultipart } from '#platform/files/multipart.ts'
import { newTemporaryFolder } from '#platform/files/temporary-files.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'

export const LARGEST_CHECKED = 20_000_000

/**
 * The digest of the file that a form brings, of the bytes as they came: uploads that are kept lose their metadata, and
 * would not be the same any more. The file itself is removed before anybody answers.
 */
export async function readFileDigest(
  c: WebContext,
  services: Pick<Services, 'settings'>,
): Promise<{ kind: 'digest'; digest: string } | { kind: 'no-file' | 'too-large' | 'unreadable' }> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) return { kind: 'no-file' }
  const folder = await newTemporaryFolder(services.settings)
  try {
    // The same class, seen from the types of the web and of Node.
    const body = c.req.raw.body ? Readable.fromWeb(c.req.raw.body as ReadableStream<Uint8Array>) : Readable.from([])
    const { files, fault } = await receiveMultipart(body, type, folder, { files: 1, fileBytes: LARGEST_CHECKED })
    if (fault) return { kind: fault.kind === 'too-large' ? 'too-large' : 'unreadable' }
    const digest = files.find(({ field }) => field === 'skedari')?.digest
    return digest ? { kind: 'digest', digest } : { kind: 'no-file' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
