import type { Door } from '../../door.ts'
import { queueLetter } from '../../mail/outbox.ts'
import type { Services } from '../../services.ts'
import { readOwnKept } from './own-kept.ts'
import type { Named, VerifyReport } from './report-rules.ts'
import { recordKindsOf, withTitles } from './title-named.ts'
import { verificationLetter, type Bad } from './verification-mail.ts'
import { insertVerification, listWatchers, type Verification } from './verification-queries.ts'
import { verifyLedger } from './verify-ledger.ts'

const LONGEST_FAILURE = 500

/** Every night: recomputes everything, keeps what came of it, and writes to who has to know when something is named. */
export async function keepVerification(services: Services, doors: readonly Door[]): Promise<Verification> {
  const beganAt = services.clock.now()
  const report = await verifyAll(services, doors)
  const made = { ...resultOf(report), beganAt, endedAt: services.clock.now() }
  const bad = await badOf(services, doors, made)
  const watchers = bad ? await listWatchers(services.db, made.endedAt) : []
  await services.db.begin(async (tx) => {
    await insertVerification(tx, made)
    for (const { email, lang } of bad ? watchers : []) {
      const letter = verificationLetter(lang, bad ?? NOTHING, services.settings.url)
      await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: email, ...letter })
    }
  })
  const facts = { outcome: made.outcome, size: made.size, named: made.namedCount, letters: watchers.length }
  if (made.outcome === 'well') services.log.info(facts, 'the public record was checked')
  else services.log.error({ ...facts, failure: made.failure }, 'the public record differs from the ledger')
  return made
}

const NOTHING: Bad = { named: [], namedCount: 0, failed: false }

async function verifyAll(services: Services, doors: readonly Door[]): Promise<VerifyReport | Error> {
  try {
    const kept = await readOwnKept(services)
    return await verifyLedger(services, recordKindsOf(doors), { kept })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function resultOf(report: VerifyReport | Error): Omit<Verification, 'beganAt' | 'endedAt'> {
  if (report instanceof Error) {
    const failure = report.message.slice(0, LONGEST_FAILURE) || report.name
    return { outcome: 'failed', size: null, root: null, counts: {}, named: [], namedCount: 0, failure }
  }
  const { size, root, kinds: counts, named, namedCount } = report
  return { outcome: namedCount === 0 ? 'well' : 'named', size, root, counts, named, namedCount, failure: null }
}

async function badOf(services: Services, doors: readonly Door[], made: Verification): Promise<Bad | null> {
  if (made.outcome === 'well') return null
  const copies: Named[] = made.named.map((one) => ({ ...one }))
  const named = await withTitles(doors, services, copies)
  return { named, namedCount: made.namedCount, failed: made.outcome === 'failed' }
}
