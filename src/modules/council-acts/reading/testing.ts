import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { publishTextVersion } from '#platform/texts/publish-text-version.ts'
import { nodeDigest } from '#platform/texts/node-rules.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { storeText } from '#platform/texts/store-text.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { insertTextVersion } from '#platform/texts/text-writing-queries.ts'
import { refreshChanges } from '#platform/texts/versions/refresh-changes.ts'
import type { Act } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import type { RelationKind } from '../act-rules.ts'

/** Help for tests: what stands beside an act, without deeds. Only tests import this. */

type With = Pick<Services, 'db' | 'clock'>
export type GivenText = { textId: string; versionId: string }

export const FEES = `VENDIM
PËR TARIFAT E PASTRIMIT

Neni 1
Objekti

Ky vendim cakton tarifat e pastrimit.

Neni 2
Tarifa për familjet

1. Familjet paguajnë 2 000 lekë në vit.
2. Familjet në nevojë nuk paguajnë.

Neni 3
Hyrja në fuqi

Ky vendim hyn në fuqi 10 ditë pas shpalljes.`

/** Its text as it was adopted, in articles; `of`: the version of a draft whose nodes, with their lineage, it takes over. */
export const givenActText = (
  { db, clock }: With,
  act: Act,
  { text = FEES, of = null }: { text?: string; of?: string | null } = {},
): Promise<GivenText> =>
  db.begin(async (tx) => {
    const at = clock.now()
    const { institutionId, lang } = act
    const source = { kind: 'pasted', document: null, readAt: at } as const
    const read = of === null ? readPastedText(text) : { nodes: [], doubts: [], source: [] }
    const stored = await storeText(tx, { institutionId, lang, read, source })
    if (of !== null) await copyNodes(tx, of, stored.versionId)
    await tx`
      update platform.text_doubts set settlement = 'kept', settled_at = ${at}, settled_by = null
      where version_id = ${stored.versionId}`
    await publishNow(tx, stored.versionId, at)
    await tx`
      update council_acts.acts set text_id = ${stored.textId}, text_state = 'adopted', text_confirmed_at = ${at}
      where id = ${act.id}`
    await insertState(tx, act, { versionId: stored.versionId, role: 'adopted', holdsFrom: null, at })
    await enterActs(tx, { clock }, [act.id])
    return stored
  })

/** A later version: the same articles, with other words where `change` gives some. */
export const givenActState = (
  { db, clock }: With,
  act: Act,
  { textId, versionId: basedOn }: GivenText,
  { holdsFrom, change }: { holdsFrom: string; change: (words: string) => string },
): Promise<string> =>
  db.begin(async (tx) => {
    const at = clock.now()
    const { institutionId, lang } = act
    const version = { textId, institutionId, lang, sourceKind: 'written', sourceDocument: null, readAt: at } as const
    const versionId = await insertTextVersion(tx, { ...version, basedOn })
    await copyNodes(tx, basedOn, versionId, change)
    await refreshChanges(tx, { versionId })
    await publishNow(tx, versionId, at)
    await insertState(tx, act, { versionId, role: 'consolidated', holdsFrom, at })
    await enterActs(tx, { clock }, [act.id])
    return versionId
  })

async function copyNodes(tx: Transaction, from: string, to: string, change = (words: string) => words): Promise<void> {
  for (const node of await listNodes(tx, from)) {
    const body = change(node.body)
    await tx`
      insert into platform.text_nodes
        (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
      select ${to}, version.institution_id, ${node.nodeId}, ${node.parentId}, ${node.ordinal}, ${node.kind}, ${node.label},
        ${node.heading}, ${body}, ${node.printed}, ${nodeDigest({ ...node, body })}
      from platform.text_versions as version where version.id = ${to}`
  }
}

async function publishNow(tx: Transaction, versionId: string, at: Date): Promise<void> {
  const outcome = await publishTextVersion(tx, versionId, at)
  if (outcome.kind !== 'published') throw new Error(`test text: ${JSON.stringify(outcome)}`)
}

const insertState = (
  tx: Transaction,
  { id, institutionId }: Act,
  state: { versionId: string; role: string; holdsFrom: string | null; at: Date },
) => tx`
  insert into council_acts.states (version_id, institution_id, act_id, role, holds_from, confirmed_at)
  values (${state.versionId}, ${institutionId}, ${id}, ${state.role}, ${state.holdsFrom}, ${state.at})`

type Relation = {
  kind?: RelationKind
  other: Act | string
  passive?: boolean
  byArticles?: string
  ofArticles?: string
  effectiveOn?: string
  carriedOutIn?: string
  state?: 'standing' | 'doubt'
}

export const givenRelation = ({ db, clock }: With, act: Act, wish: Relation): Promise<string> =>
  db.begin(async (tx) => {
    const id = randomUUID()
    const { other } = wish
    await tx`
      insert into council_acts.relations (id, institution_id, act_id, kind, by_articles, of_articles, other_id, other_words,
        passive, effective_on, state, origin, carried_out_in, created_at)
      values (${id}, ${act.institutionId}, ${act.id}, ${wish.kind ?? 'amends'}, ${wish.byArticles ?? null},
        ${wish.ofArticles ?? null}, ${typeof other === 'string' ? null : other.id}, ${typeof other === 'string' ? other : null},
        ${wish.passive ?? false}, ${wish.effectiveOn ?? null}, ${wish.state ?? 'standing'}, 'typed',
        ${wish.carriedOutIn ?? null}, ${clock.now()})`
    await enterActs(tx, { clock }, [act.id])
    return id
  })

/** An amendment that stands in the text, and the board on which the act was posted up. */
export const givenBeside = ({ db, clock }: With, act: Act, nodeIds: readonly string[] = []): Promise<void> =>
  db.begin(async (tx) => {
    const at = clock.now()
    await tx`
      insert into council_acts.amendments (institution_id, act_id, ordinal, article, words, mover, state, node_ids, settled_at)
      values (${act.institutionId}, ${act.id}, 1, 'Neni 2', 'Familjet në nevojë nuk paguajnë.', 'Arta Prova', 'made',
        ${[...nodeIds]}::uuid[], ${at})`
    await tx`
      insert into council_acts.postings (institution_id, act_id, place, posted_on, entered_at)
      values (${act.institutionId}, ${act.id}, 'Sheshi i fshatit', ${act.announcedOn ?? '2026-10-07'}, ${at})`
    await enterActs(tx, { clock }, [act.id])
  })
