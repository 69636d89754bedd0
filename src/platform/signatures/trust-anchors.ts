import { X509Certificate } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../services.ts'

const MOST_FILES = 500
const MOST_BYTES = 1_000_000
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * The certificates that the operator put into the data folder (`trust/*.pem`, `*.cer`, `*.crt`, `*.der`): those of the
 * authorities whose signatures count here. Nothing is on board. What cannot be read is left out and told in the log.
 */
export async function readTrustAnchors({
  settings,
  log,
}: Pick<Services, 'settings' | 'log'>): Promise<X509Certificate[]> {
  const folder = join(settings.dataFolder, 'trust')
  const names = await readdir(folder).catch(() => [])
  const found: X509Certificate[] = []
  for (const name of names
    .toSorted((one, other) => (one < other ? -1 : 1))
    .filter((one) => /\.(pem|cer|crt|der)$/i.test(one))
    .slice(0, MOST_FILES)) {
    const certificates = await certificatesIn(join(folder, name))
    if (certificates.length === 0) log.warn({ file: name }, 'no certificate could be read in a file of trust')
    found.push(...certificates)
  }
  return found
}

async function certificatesIn(path: string): Promise<X509Certificate[]> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return []
    const bytes = await readFile(path)
    const written = bytes.toString('latin1').match(PEM)
    return (written ?? [bytes]).map((one) => new X509Certificate(one))
  } catch {
    return []
  }
}
