import { ACTS, readAct, type Act } from './texts/acts.ts'
import type { Failure } from './texts/judge-lineage.ts'
import { EDITS, REDRAFTS } from './texts/redraft.ts'
import { addUp, HEAD, rowOf, runRound, type Round } from './texts/rounds.ts'
import { trackText, type TrackedText } from './texts/tracked.ts'

/** Not the seeds with which the comparison was improved. */
const SEED = 22_11_2026
const ANCHORS = 300
/** A kind of edit alone is tried on these, several times; whole redrafts on all acts. */
const SMALLER: readonly Act[] = ['kushtetuta', 'kodi_punes', 'kodi_familjes', 'ligji_qkb']
const TIMES = 2

/** Mark: fewer of the decisions that nobody is asked about may be wrong. */
const WRONG = 0.01

/** Redrafts of real acts with known truth: what the comparison says of them, and where quotations are found again. */
export async function prove(): Promise<string[]> {
  const acts = new Map<Act, TrackedText>()
  for (const act of ACTS) acts.set(act, trackText(await readAct(act)))
  const say = (lines: readonly string[]) => lines.forEach((line) => console.log(line))
  const playedAndSaid = (name: string, of: readonly Act[]): Round => {
    const round = played(name, of, acts)
    say([rowOf(round)])
    return round
  }
  say([`seed ${SEED}, ${ACTS.length} acts, ${ANCHORS} quotations in each redraft`, ...HEAD])
  const redrafts = Object.keys(REDRAFTS).map((name) => playedAndSaid(name, ACTS))
  const edits = Object.keys(EDITS).map((name) => playedAndSaid(name, SMALLER))
  const all = addUp('all together', [...redrafts, ...edits])
  say([rowOf(addUp('redrafts together', redrafts)), rowOf(all), ...worst(all)])
  const missed = missedMarks(all)
  if (missed.length > 0) throw new Error(missed.join('; '))
  return [`marks reached: wrong under ${WRONG * 100} %, none lost`]
}

function played(name: string, of: readonly Act[], acts: ReadonlyMap<Act, TrackedText>): Round {
  const rounds: Round[] = []
  for (const [n, act] of of.entries()) {
    const text = acts.get(act)
    for (let time = 0; text && time < TIMES; time++) {
      rounds.push(runRound(text, name, SEED + 1000 * n + 100_000 * time, ANCHORS))
    }
  }
  return addUp(name, rounds)
}

function missedMarks({ lineage, anchors }: Round): string[] {
  const silently = anchors.moved + anchors.misplaced
  return [
    lineage.broken > 0 && `${lineage.broken} nodes stand in no change or in several`,
    lineage.wrong >= lineage.decisions * WRONG && `${lineage.wrong} of ${lineage.decisions} decisions are wrong`,
    silently >= anchors.anchors * WRONG && `${silently} of ${anchors.anchors} quotations were moved silently`,
    anchors.lost > 0 && `${anchors.lost} quotations are lost`,
  ].filter((line) => line !== false)
}

/** The ten worst in words: lost quotations first, then what concerns most words; no edit twice in each kind. */
function worst({ lineage, anchors }: Round): string[] {
  const rank = (one: Failure) => (one.about === 'anchor lost' ? 2 : one.about.startsWith('anchor') ? 1 : 0)
  const all = [...anchors.failures.filter((one) => one.about !== 'anchor outcome'), ...lineage.failures]
  const ordered = all.toSorted((one, other) => rank(other) - rank(one) || other.size - one.size)
  const each = [...Map.groupBy(ordered, (one) => `${one.about} ${one.edit}`).values()].flatMap(([first]) => first ?? [])
  return each.slice(0, 10).map((one, at) => {
    const { about, edit, earlier, later, expected, got } = one
    return `worst ${at + 1}: ${about}, ${edit}\n    earlier: ${earlier}\n    later: ${later}\n    expected: ${expected}\n    got: ${got}`
  })
}
