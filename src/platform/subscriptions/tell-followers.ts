import type { Transaction } from '../db/database.ts'
import { STEM_VERSION, tsqueryOf } from '../search/analysis/analyse-rules.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import type { FollowedKind } from './followed-kind.ts'
import { crowdsOf, hasWords } from './happening-words-rules.ts'
import {
  holdRounds,
  insertRound,
  lastRound,
  listStaleSelections,
  listUntold,
  markTold,
  matchHappenings,
  setWordsQuery,
  type UntoldHappening,
} from './tell-queries.ts'

const AT_ONCE = 200

/** The index follows a deed within seconds. What is not in it after this has left the public, and is told to nobody. */
const LATE_AFTER_MINUTES = 15
/** Where the index has not read the change yet, as while it is built anew, it is waited for longer. */
const GONE_AFTER_MINUTES = 3 * 24 * 60

/**
 * Reckons for whom the newest happenings are, in rounds of some hundreds. A round is whole or is not there: happenings,
 * selections and the mark "told" are committed together.
 */
export async function tellFollowers(services: Services, kinds: readonly FollowedKind[]): Promise<number> {
  await renewWords(services)
  let told = 0
  for (let count = AT_ONCE; count === AT_ONCE; told += count)
    count = await services.db.begin((tx) => tellSome(tx, services, kinds))
  return told
}

async function tellSome(tx: Transaction, { clock }: Services, kinds: readonly FollowedKind[]): Promise<number> {
  if (!(await holdRounds(tx))) return 0
  const now = clock.now()
  const untold = await listUntold(tx, now, AT_ONCE)
  const ready = untold.filter((one) => one.standing && (!one.pending || isOlder(one, now, LATE_AFTER_MINUTES)))
  const gone = untold.filter(
    (one) => !one.standing && isOlder(one, now, one.pending ? GONE_AFTER_MINUTES : LATE_AFTER_MINUTES),
  )
  const done = [...ready, ...gone]
  if (done.length === 0) return 0
  const crowds = new Set(crowdsOf(kinds))
  const worded = ready.filter(({ kind }) => hasWords(kinds, kind))
  const round = (await lastRound(tx)) + 1
  await insertRound(tx, round, now)
  const ids = (all: readonly UntoldHappening[]) => all.map(({ id }) => id)
  await matchHappenings(tx, {
    loud: ids(worded.filter(({ kind }) => !crowds.has(kind))),
    quiet: ids(worded.filter(({ kind }) => crowds.has(kind))),
    round,
  })
  await markTold(tx, ids(done), now)
  return done.length
}

const isOlder = ({ happenedAt }: UntoldHappening, now: Date, minutes: number): boolean =>
  happenedAt < minutesBefore(now, minutes)

/** After a change of the stems: words are sought by those that the index holds. */
async function renewWords({ db }: Services): Promise<void> {
  for (const { id, words } of await listStaleSelections(db, STEM_VERSION)) {
    const query = tsqueryOf(words, { lang: 'sq' })?.tsquery
    if (query) await setWordsQuery(db, id, query, STEM_VERSION)
  }
}
