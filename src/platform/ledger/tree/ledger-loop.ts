import { sealed } from '../../db/sealed-transaction.ts'
import { isUnreachable } from '../../db/unreachable.ts'
import type { Services } from '../../services.ts'
import { showSign } from '../../signs/show-sign.ts'
import { keepInStore, readKept, readKeptInStore, type KeptNote } from './kept-checkpoint.ts'
import { sequenceLedger, type SequenceOutcome } from './sequence-ledger.ts'
import { holdCopying } from './sequence-queries.ts'
import { findHead } from './tree-view.ts'

/** An entry stands in a published checkpoint at most five seconds after its commit: this, and what a round takes. */
const EVERY_MS = 1_000

/** No step takes so long. A connection that neither answers nor ends may be lost in silence: then a new one is taken. */
const ROUND_LIMIT_MS = 120_000

/** How often the state of a healthy log is written down, at most. */
const SIGN_EVERY_MS = 60_000

/** What is known to the loop of one process; the tree itself is known to the database alone. */
type Known = {
  /** The copy in the bucket as it was at the start; undefined: it could not be read yet. */
  copy: KeptNote | null | undefined
  /** The note in the bucket, by our hand. */
  copied: string | null
  looked: boolean
  told: string | null
  signedAt: number
}

/**
 * Orders entries every second, for as long as the process runs. As many workers as there are may do so: one of them at a
 * time has the lock. A database that cannot be reached is told once, and tried again.
 */
export function startLedgerLoop(services: Services, everyMs = EVERY_MS): { stop(): Promise<void> } {
  const known: Known = { copy: undefined, copied: null, looked: false, told: null, signedAt: 0 }
  let stopped = false
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      await atMost(ROUND_LIMIT_MS, runRound(services, known)).catch((error: unknown) =>
        tellTrouble(services, known, isUnreachable(error) ? 'the database cannot be reached' : String(error)),
      )
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      const timer = setTimeout(resolve, everyMs)
      if (!stopped) await promise
      clearTimeout(timer)
    }
  }
  const running = run()
  return {
    stop: () => {
      stopped = true
      wake()
      return running
    },
  }
}

async function runRound(services: Services, known: Known): Promise<void> {
  if (known.copy === undefined && !(await readCopy(services, known))) return
  const elsewhere = known.copy ? [known.copy] : []
  // The first round looks even when nothing waits: a wrong key shows at the start, not with the first entry.
  const outcome = await sequenceLedger(services, { elsewhere, always: !known.looked })
  if (outcome.kind === 'sequenced' || outcome.kind === 'idle') {
    // The tree goes on from the copy, and only grows.
    known.looked = true
    known.copy = known.copy && null
  }
  if (outcome.kind === 'refused') await tellRefusal(services, known, outcome)
  else await tellHealth(services, known, outcome)
  if (outcome.kind === 'sequenced' || known.copied === null) await copyToStore(services, known)
}

/** False: without it nobody could say what others hold, so that nothing is signed. A note on the disk says it as well. */
async function readCopy(services: Services, known: Known): Promise<boolean> {
  try {
    known.copy = await readKeptInStore(services.settings)
    return true
  } catch (error) {
    await tellTrouble(services, known, `the copy of the checkpoint cannot be read: ${String(error)}`)
    return (await readKept(services.settings)) !== null
  }
}

/** After it was shown, so that a bucket that does not answer holds nobody up. One at a time, so that it never goes back. */
async function copyToStore(services: Services, known: Known): Promise<void> {
  if (services.settings.s3Url === null) return
  try {
    await sealed(services.db, async (tx) => {
      if (!(await holdCopying(tx))) return
      const head = await findHead(tx)
      if (!head || head.note === known.copied) return
      await keepInStore(services.settings, head.note)
      known.copied = head.note
    })
  } catch (error) {
    known.copied = null
    await tellTrouble(services, known, `the checkpoint was not copied to the bucket: ${String(error)}`)
  }
}

/** Once, until something else is to be told. */
async function tellTrouble({ log }: Services, known: Known, trouble: string): Promise<void> {
  if (known.told !== trouble) log.warn({ trouble }, 'the ledger waits')
  known.told = trouble
}

type Refused = Extract<SequenceOutcome, { kind: 'refused' }>

async function tellRefusal(services: Services, known: Known, { why, words }: Refused): Promise<void> {
  if (known.told !== words) services.log.error({ why }, `the ledger is not signed: ${words}`)
  await signOf(services, known, known.told !== words, { ok: false, why })
  known.told = words
}

async function tellHealth(services: Services, known: Known, outcome: SequenceOutcome): Promise<void> {
  // Whoever has the lock tells it.
  if (outcome.kind === 'busy') return
  await signOf(services, known, known.told !== null, { ok: true, why: null })
  if (known.told !== null) services.log.info({}, 'the ledger goes on')
  known.told = null
}

async function signOf(
  services: Services,
  known: Known,
  news: boolean,
  details: { ok: boolean; why: string | null },
): Promise<void> {
  const now = performance.now()
  if (!news && known.signedAt > 0 && now - known.signedAt < SIGN_EVERY_MS) return
  await showSign(services, 'ledger', details)
  known.signedAt = now
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('a round did not come to its end')), ms)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
