import { createHmac } from 'node:crypto'
import type { Settings } from '../settings/settings.ts'
import type { Sender } from './case-queries.ts'

/**
 * By what the same sender is recognised in another letter: the address, or else the name. Keyed, so that the column alone
 * tells nobody who wrote; null for somebody of whom neither is known.
 */
export function senderDigest(settings: Pick<Settings, 'secret'>, sender: Sender): Buffer | null {
  const name = (sender.name ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const who = name || sender.email
  if (!who) return null
  return createHmac('sha256', settings.secret).update(`case-sender\n${who}`).digest()
}
