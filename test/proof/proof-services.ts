import type { Database } from '#platform/db/database.ts'
import { openFileStore } from '#platform/files/open-file-store.ts'
import { silentLog } from '#platform/logs/logger.ts'
import type { Services } from '#platform/services.ts'

const NOW = new Date('2026-11-24T11:00:00Z')

/** What deeds need in a proof, at a clock that stands still. */
export function proofServices(db: Database, dataFolder: string): Services {
  const settings = {
    url: 'http://kuvend.test',
    origins: ['http://kuvend.test'],
    demo: false,
    trustedProxies: 0,
    dataFolder,
    secret: Buffer.alloc(48),
    ledgerSeed: Buffer.alloc(32, 7),
    mailFrom: 'Kuvend <kuvend@kuvend.test>',
    smtpUrl: null,
    s3Url: null,
  }
  return { db, clock: { now: () => NOW }, settings, files: openFileStore(settings), log: silentLog }
}
