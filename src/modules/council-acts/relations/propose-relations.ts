import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { lockAct, type Act } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { proposedIn, type CitingPlace, type ProposedRelation } from './proposal-rules.ts'
import { insertRelation, listCited, listFoundWords, listOwnRelations } from './relation-queries.ts'
import { findPlainText, listNewestNodes, type CitingNode } from './state-queries.ts'

/** Asked for by an official: how many were found that nobody had seen before. */
export const findRelationsInText = (services: Services, id: string, by: ChangedBy): Promise<number | 'no-such-act'> =>
  services.db.begin(async (tx) => {
    const act = await lockAct(tx, id)
    if (!act || act.state === 'taken-down' || act.state === 'void') return 'no-such-act'
    const found = await proposeRelations(tx, act, { by, at: services.clock.now() })
    if (found > 0) await enterActs(tx, services, [id])
    return found
  })

/**
 * What the act's own words say that it does to others, as doubts for a person: nobody outside the office sees them. What was
 * found once is not found again, whatever became of it.
 */
export async function proposeRelations(
  tx: Transaction,
  act: Act,
  { by, at }: { by: ChangedBy; at: Date },
): Promise<number> {
  const known = new Set(await listFoundWords(tx, act.id))
  const standing = await listOwnRelations(tx, act.id)
  let found = 0
  for (const one of proposedIn(await placesOf(tx, act))) {
    const otherId = await citedBy(tx, act, one)
    if (known.has(`${one.kind}|${one.otherWords}`)) continue
    if (standing.some((row) => row.otherId !== null && row.otherId === otherId && row.kind === one.kind)) continue
    const { kind, byArticles, ofArticles, otherWords, foundIn } = one
    const row = { kind, byArticles, ofArticles, otherWords, foundIn, otherId, effectiveOn: null, passive: false }
    const made = { ...row, actId: act.id, institutionId: act.institutionId, state: 'doubt', origin: 'read' } as const
    await insertRelation(tx, { ...made, formId: null, by: accountOf(by), at })
    found += 1
  }
  const fields = [{ field: 'relations-found', from: null, to: String(found) }]
  const { id, institutionId } = act
  if (found > 0)
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'relations-found', by, at, fields })
  return found
}

/** The one act that it can be; null where there is none, or more. */
async function citedBy(tx: Transaction, act: Act, cited: ProposedRelation): Promise<string | null> {
  const { serial, numberWords, adoptedOn, year } = cited
  const wish = { institutionId: act.institutionId, notId: act.id, serial, numberWords, adoptedOn, year }
  const found = await listCited(tx, wish)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

async function placesOf(tx: Transaction, act: Act): Promise<CitingPlace[]> {
  if (act.textId !== null) return placesIn(await listNewestNodes(tx, act.textId))
  const words = await findPlainText(tx, act.id)
  return words === null ? [] : words.split(/\n{2,}/).map((one) => ({ article: null, words: one }))
}

/** Each node with the article that it stands in. */
function placesIn(nodes: readonly CitingNode[]): CitingPlace[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const articleOf = (node: CitingNode | undefined): string | null =>
    node === undefined ? null : node.kind === 'article' ? node.label : articleOf(byId.get(node.parentId ?? ''))
  return nodes.map((node) => ({ article: articleOf(node) || null, words: node.body }))
}
