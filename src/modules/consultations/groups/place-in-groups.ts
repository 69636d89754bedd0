import { newReceiptCode } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { together } from '#platform/db/together.ts'
import { addToGroups, METHOD, type Group, type Grouping } from '#platform/likeness/grouping-rules.ts'
import { bandKeysOf } from '#platform/likeness/sketch-rules.ts'
import { lawOf, type Text, type Wording } from '#platform/likeness/wording-rules.ts'
import type { Services } from '#platform/services.ts'
import { textOf, wordsOf } from './group-rules.ts'
import { insertGroup, holdGroups, listGroupIds, moveMembers, putMembers, recountGroups } from './group-write-queries.ts'
import { keepGroups, placeInGroups } from './keep-groups.ts'
import { lawOfConsultation } from './law-of-text.ts'
import { lookAgain } from './look-again.ts'
import {
  countPlaced,
  insertKeys,
  keepLikeness,
  listApart,
  listConsultationsWithComments,
  listGone,
  listLeaders,
  listUnplaced,
  showMembers,
  type Leader,
  type Unplaced,
} from './placing-queries.ts'
import { WordingReader } from './wording-reader-rules.ts'
import { endWaiting, holdPlacing, listWaiting } from './waiting-queries.ts'

/** One transaction holds so many newcomers: a killed worker loses no more, and nobody waits long for a group. */
const AT_ONCE = 250
/** So many batches later its statistics are made anew. */
const UNTIL_COUNTED = 4
/** Of those that share keys with any of them. */
const MOST_LEADERS = 2_000

/**
 * Job of every minute: brings the groups up to date where something has changed. What waits is ended when all is done, so a
 * killed worker leaves it to the next one; and what cannot be done in one consultation keeps no other from its turn.
 */
export async function placeWaiting(services: Services): Promise<void> {
  const failures: unknown[] = []
  for (const { consultationId, rows } of await listWaiting(services.db)) {
    try {
      if (await runPlacing(services, consultationId)) await endWaiting(services.db, rows)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The groups of some consultations are not up to date')
}

/**
 * Brings the groups of a consultation up to date. Whatever has been done already is not done again. False: another worker is at
 * it, and may have begun before the last deed.
 */
export async function runPlacing(services: Services, consultationId: string): Promise<boolean> {
  const alone = (deed: (tx: Transaction) => Promise<number>): Promise<number | null> =>
    services.db.begin(async (tx) => ((await holdPlacing(tx, consultationId)) ? deed(tx) : null))
  let placed = await alone((tx) => keepUp(tx, services, consultationId))
  if (placed === null) return false
  const reader = new WordingReader()
  for (let batches = 0; placed !== null && (batches === 0 || placed === AT_ONCE); batches++) {
    // After thousands that came in at once: until the database counts again by itself, it reads all for each.
    if (batches % UNTIL_COUNTED === UNTIL_COUNTED - 1) await countPlaced(services.db)
    placed = await alone((tx) => placeSome(tx, services, consultationId, reader))
  }
  return placed !== null
}

/** Job of the night: counts again, and places what a lost job has left. */
export async function checkGroups(services: Services): Promise<void> {
  for (const { id } of await listConsultationsWithComments(services.db)) {
    await services.db.begin(async (tx) => {
      await recountGroups(
        tx,
        (await listGroupIds(tx, id)).map((group) => group.id),
      )
      await placeInGroups(tx, id)
    })
  }
}

/** Those that have been taken back leave; what everybody reads of the others is told. Gives how many left. */
async function keepUp(tx: Transaction, services: Services, consultationId: string): Promise<number> {
  const gone = await listGone(tx, consultationId)
  const touched = new Set(gone.map(({ groupId }) => groupId))
  await holdGroups(tx, [...touched])
  const at = services.clock.now()
  for (const groupId of touched) {
    const ids = gone.filter((one) => one.groupId === groupId).map(({ id }) => id)
    await moveMembers(tx, groupId, ids, { state: 'left', at, by: null })
  }
  for (const { groupId } of await showMembers(tx, consultationId)) touched.add(groupId)
  await keepGroups(tx, services, [...touched])
  return gone.length
}

/** Gives how many it looked at. */
async function placeSome(
  tx: Transaction,
  services: Services,
  consultationId: string,
  reader: WordingReader,
): Promise<number> {
  const found = await listUnplaced(tx, consultationId, METHOD, AT_ONCE)
  if (found.length === 0) return 0
  const law = await lawOfConsultation(tx, consultationId)
  for (const one of found.filter(({ groupId }) => groupId !== null)) await lookAgain(tx, services, one, lawOf(law))
  const newcomers = found.filter(({ groupId }) => groupId === null)
  // Answers alone have no words: nobody says the same as another by saying nothing.
  const wordless = newcomers.filter((one) => wordsOf(one).trim() === '')
  if (wordless.length > 0) await keepLikeness(tx, consultationId, METHOD, services.clock.now(), wordless)
  const spoken = newcomers.filter((one) => wordsOf(one).trim() !== '')
  if (spoken.length > 0) await placeNewcomers(tx, services, consultationId, spoken, { law, read: reader.by(law) })
  return found.length
}

async function placeNewcomers(
  tx: Transaction,
  services: Services,
  consultationId: string,
  newcomers: readonly Unplaced[],
  { law, read }: { law: readonly string[]; read: (text: Text) => Wording },
): Promise<void> {
  const keysOf = new Map(newcomers.map((one) => [one.id, bandKeysOf(read(textOf(one)))]))
  const [leaders, isApart] = await together([
    listLeaders(tx, consultationId, [...new Set([...keysOf.values()].flat())].map(String), MOST_LEADERS),
    apartOf(tx, newcomers),
  ])
  const held = await holdGroups(tx, [...new Set(leaders.flatMap(({ groupId }) => groupId ?? []))])
  const standing = new Set(held.filter(({ state }) => state !== 'dissolved').map(({ id }) => id))
  const before = groupingOf(
    leaders.filter(({ groupId }) => groupId === null || standing.has(groupId)),
    read,
  )
  const after = addToGroups(before, newcomers.map(textOf), { law, apart: isApart, read })
  await keepLikeness(tx, consultationId, METHOD, services.clock.now(), newcomers)
  const leading = new Set([...after.alone, ...after.groups.map(({ sample }) => sample)])
  const own = newcomers.filter(({ id }) => leading.has(id)).map(({ id }) => ({ id, keys: keysOf.get(id) ?? [] }))
  await insertKeys(tx, consultationId, own)
  await writeGroups(tx, services.clock.now(), after.groups, standing, new Set(newcomers.map(({ id }) => id)))
}

async function apartOf(tx: Transaction, newcomers: readonly Unplaced[]) {
  const ids = newcomers.map(({ id }) => id)
  const pairs = new Set((await listApart(tx, ids)).map(({ id, leaderId }) => `${id} ${leaderId}`))
  return (a: string, b: string): boolean => pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)
}

function groupingOf(leaders: readonly Leader[], read: (text: Text) => Wording): Grouping {
  return {
    method: METHOD,
    groups: leaders.flatMap(({ id, groupId }): Group[] =>
      groupId === null ? [] : [{ id: groupId, sample: id, members: [{ id, likeness: 1 }] }],
    ),
    alone: leaders.filter(({ groupId }) => groupId === null).map(({ id }) => id),
    leaders: new Map(leaders.map((leader) => [leader.id, read(textOf(leader))])),
  }
}

/** Whoever joined a group is proposed there; new groups are proposed whole. Confirmed members stay what they are. */
async function writeGroups(
  tx: Transaction,
  at: Date,
  groups: readonly Group[],
  standing: ReadonlySet<string>,
  come: ReadonlySet<string>,
): Promise<void> {
  const touched: string[] = []
  for (const group of groups) {
    const known = standing.has(group.id)
    const joining = known ? group.members.filter(({ id }) => come.has(id)) : group.members
    if (joining.length === 0) continue
    const groupId = known ? group.id : await foundGroup(tx, group.sample, at)
    touched.push(groupId)
    await putMembers(
      tx,
      joining.map(({ id, likeness }) => ({ groupId, commentId: id, state: 'proposed', likeness })),
      { at, by: null },
    )
  }
  if (touched.length > 0) await recountGroups(tx, touched)
}

async function foundGroup(tx: Transaction, sampleCommentId: string, at: Date): Promise<string> {
  const code = newReceiptCode()
  const [group] = await insertGroup(tx, { code, state: 'proposed', sampleCommentId, method: METHOD, at, by: null })
  if (!group) throw new Error(`The sample ${sampleCommentId} of a new group is nowhere`)
  return group.id
}
