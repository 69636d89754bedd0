import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { findSubjects } from '../subjects/find-subjects.ts'
import type { Subject } from '../subjects/subject.ts'
import { listReachableEdges, type Edge } from './link-queries.ts'
import { linkWords } from './link-texts.ts'
import type { LinkedRecord } from './links-view.ts'
import { LIFE_STEPS, MOST_LOOKED_AT, MOST_STEPS, reachedFrom, type LifeStep, type Reached } from './thread-rules.ts'

export type ThreadRecord = {
  subject: Subject
  step: LifeStep
  /** The day by which it stands among its like, where one is known. */
  on: string | null
  /** Bonds between it and the record that was asked; 0: itself. */
  distance: number
  /** What it is to `of`, which is nearer to the record that was asked; null of that one itself. */
  words: string | null
  of: Subject | null
  kind: Edge['kind'] | null
  direction: 'forth' | 'back' | null
}

export type MatterThread = {
  ref: string
  /** In the order of the life of a matter; none where nothing is linked with the record. */
  records: ThreadRecord[]
  /** Every bond among them. */
  edges: (Edge & { words: string })[]
  more: boolean
}

/**
 * Everything that belongs to the same matter as a record, over any number of links. `public`: only what everybody may open,
 * and only over such. One question for the links, and one for each kind of record that is there.
 */
export async function viewThread(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  ref: string,
  { public: publicOnly }: { public: boolean },
): Promise<MatterThread> {
  const views = doors.flatMap((door) => door.bonds ?? [])
  const edges = await listReachableEdges(services.db, ref, { views, steps: MOST_STEPS, limit: MOST_LOOKED_AT })
  const none = { ref, records: [], edges: [], more: false }
  if (edges.length === 0) return none
  const refs = edges.flatMap(({ fromRef, toRef }) => [fromRef, toRef])
  const subjects = await findSubjects(doors, services, lang, refs)
  const isShown = (one: string) => {
    const subject = subjects.get(one)
    return subject !== undefined && (!publicOnly || subject.publicHref !== null)
  }
  if (!isShown(ref)) return none
  const { reached, more } = reachedFrom(ref, edges, isShown)
  if (reached.length === 1) return none
  const known = new Set(reached.map((one) => one.ref))
  return {
    ref,
    records: inOrder(reached.flatMap((one) => recordOf(lang, one, subjects))),
    edges: edges
      .filter(({ fromRef, toRef }) => known.has(fromRef) && known.has(toRef))
      .map((edge) => ({ ...edge, words: linkWords[lang][edge.kind].forth })),
    more,
  }
}

function recordOf(lang: Lang, reached: Reached, subjects: ReadonlyMap<string, Subject>): ThreadRecord[] {
  const subject = subjects.get(reached.ref)
  if (!subject) return []
  const { distance, of, kind, direction } = reached
  return [
    {
      subject,
      // What takes place on a day and says nothing else is a meeting; the rest came of it all.
      step: subject.life?.step ?? (subject.day === undefined ? 'result' : 'meeting'),
      on: subject.life?.on ?? subject.day ?? null,
      distance,
      words: kind && direction ? linkWords[lang][kind][direction] : null,
      of: of === null ? null : (subjects.get(of) ?? null),
      kind,
      direction,
    },
  ]
}

const inOrder = (records: readonly ThreadRecord[]): ThreadRecord[] =>
  records.toSorted(
    (one, other) =>
      LIFE_STEPS.indexOf(one.step) - LIFE_STEPS.indexOf(other.step) ||
      (one.on ?? '').localeCompare(other.on ?? '') ||
      one.distance - other.distance ||
      one.subject.ref.localeCompare(other.subject.ref),
  )

/** The direct neighbours in a thread, as `viewLinks` gives them: bonds of modules are left aside. */
export const linkedIn = (thread: MatterThread): LinkedRecord[] =>
  thread.records.flatMap(({ distance, words, subject, kind, direction }) =>
    distance === 1 && words !== null && kind !== null && kind !== 'repeats' && direction !== null
      ? [{ words, subject, kind, direction }]
      : [],
  )
