import { createHmac } from 'node:crypto'
import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Services } from '#platform/services.ts'

/**
 * The private link of one who is called, made anew for each letter from the secret of the installation: a later letter carries
 * the same one, and the table holds its digest alone. Another number makes another link.
 */
export function linkOf(
  { settings }: Pick<Services, 'settings'>,
  { id, linkNumber }: { id: string; linkNumber: number },
): { token: string; digest: Buffer } {
  const key = createHmac('sha256', settings.secret).update('council invitation').digest()
  const token = createHmac('sha256', key).update(`${id} ${linkNumber}`).digest('base64url')
  return { token, digest: digestOfToken(token) }
}
