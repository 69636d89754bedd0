import type { Services } from '../services.ts'
import { tickAttended } from './registration-queries.ts'

/** Who of those on the list has come in. Seen by the office alone. */
export const tickDoor = (services: Services, subject: string, ids: readonly string[]): Promise<void> =>
  services.db.begin((tx) => tickAttended(tx, subject, ids))
