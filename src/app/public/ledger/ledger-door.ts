import type { Door } from '#platform/door.ts'
import { keyRecords, logRecords } from '#platform/ledger/tree/log-records.ts'
import { keepVerification } from '#platform/ledger/verify/keep-verification.ts'
import { offerCheckpoint } from '#platform/ledger/witnesses/offer-checkpoint.ts'
import { ledgerRegisters } from './ledger-register.ts'
import { logRoutes } from './log-routes.tsx'
import { tileRoutes } from './tile-routes.ts'

/** The door of the log that only grows, as everybody reads it: people by pages, programs by tiles. */
export const ledgerRoom: Door = {
  name: 'ledger',
  permissions: {},
  rights: { sq: {}, en: {} },
  records: [logRecords, keyRecords],
  datasets: ledgerRegisters,
  jobs: (services, doors) => ({
    'ledger.verify': async () => void (await keepVerification(services, doors)),
    'ledger.offer-checkpoint': () => offerCheckpoint(services),
  }),
  schedule: [
    { job: 'ledger.verify', at: '10 3 * * *' },
    { job: 'ledger.offer-checkpoint', at: '* * * * *' },
  ],
  routes(app, services, doors) {
    tileRoutes(app, services)
    logRoutes(app, services, doors)
  },
}
