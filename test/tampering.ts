import { demonstrate } from '#app/demonstrate.ts'
import { doors } from '#app/doors.ts'
import type { Transaction } from '#platform/db/database.ts'
import { enterStandingRecords } from '#platform/ledger/enter-standing-records.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { readOwnKept } from '#platform/ledger/verify/own-kept.ts'
import type { VerifyReport } from '#platform/ledger/verify/report-rules.ts'
import { recordKindsOf } from '#platform/ledger/verify/title-named.ts'
import { verifyLedger, type VerifyOptions } from '#platform/ledger/verify/verify-ledger.ts'
import type { Services } from '#platform/services.ts'

export const recordKinds: readonly RecordKind[] = recordKindsOf(doors)

/** The demonstration content, entered and in the tree. */
export async function givenDemonstration(services: Services): Promise<void> {
  await demonstrate(services)
  await sequenced(services)
}

/** Everything that waits has its place, and the checkpoint is published. */
export async function sequenced(services: Services): Promise<void> {
  await enterStandingRecords(services, doors)
  const outcome = await sequenceLedger(services)
  if (outcome.kind === 'refused' || outcome.kind === 'busy') throw new Error(JSON.stringify(outcome))
}

export async function verified(services: Services, options: VerifyOptions = {}): Promise<VerifyReport> {
  return verifyLedger(services, recordKinds, { kept: await readOwnKept(services), ...options })
}

/** Tampers behind the program's back: no trigger and no constraint hears of it. */
export async function behindItsBack(tx: Transaction): Promise<void> {
  await tx`set local session_replication_role = replica`
}

/** What `verify` says after a tampering, which is undone again. */
export async function tampered(
  services: Services,
  tamper: (tx: Transaction) => Promise<unknown>,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const kept = options.only ? [] : await readOwnKept(services)
  let report: VerifyReport | undefined
  const undone = new Error('undone')
  await services.db
    .begin(async (tx) => {
      await behindItsBack(tx)
      await tamper(tx)
      report = await verifyLedger(services, recordKinds, { kept, ...options, within: tx })
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (!report) throw new Error('nothing was verified')
  return report
}

/** `altered consultations.comment:…`: who was named, in what way. */
export const namesOf = (report: VerifyReport): string[] =>
  report.named.map(({ way, subject, kind }) => `${way} ${subject ?? kind ?? ''}`.trim())
