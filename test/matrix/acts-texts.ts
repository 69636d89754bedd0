import { randomUUID } from 'node:crypto'
import { editingUrls } from '#app/office/texts/editing/editing-urls.ts'
import { unitLock } from '#app/office/texts/editing/editing-view.ts'
import { textUrls } from '#app/office/texts/urls.ts'
import { enterActs } from '#modules/council-acts/act-records.ts'
import { actTexts as holder } from '#modules/council-acts/act-text-holder.ts'
import { confirmText } from '#modules/council-acts/making/confirm-text.ts'
import { givenAdoptedAct, secretaryOf, standing } from '#modules/council-acts/making/testing.ts'
import { planState } from '#modules/council-acts/relations/plan-state.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { moveBy } from '#platform/texts/editing/structure-edit-rules.ts'
import { findLastEdit } from '#platform/texts/editing/text-edit-queries.ts'
import { listDoubts, listNodeChanges, listNodes } from '#platform/texts/text-queries.ts'
import { beginVersion } from '#platform/texts/versions/begin-version.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts.write'
const DECIDE = 'acts.decide'

/** The rooms of texts, as acts use them. */
export const actsTextRows = (world: MatrixWorld): Rows => ({ ...versionRows(world), ...editingRows(world) })

const actOf = ({ services }: MatrixWorld, institution: Slug, until: 'draft' | 'laid' = 'laid') =>
  givenAdoptedAct(services, null, { institution, until })

/** A version in which amendments are made: article 2 stands before article 1. */
async function amendedOf(world: MatrixWorld, slug: Slug) {
  const { services, db } = world
  const [{ id }, official] = [await actOf(world, slug), await secretaryOf(services, slug)]
  const begun = await beginVersion(services, holder, official, id)
  const versionId = 'versionId' in begun ? begun.versionId : ''
  const article = async (label: string) =>
    (await listNodes(db, versionId)).find((node) => node.kind === 'article' && node.label === label)?.nodeId ?? ''
  const moved = await article('2')
  const order = { id, submission: randomUUID(), kind: 'moved', about: 'Neni 2' } as const
  await editDraft(services, holder, official, order, (rows) => moveBy(rows, moved, 'up'))
  return { id, versionId, nodeId: await article('3'), nodes: await listNodes(db, versionId), official }
}

/** One of its changes waits for a person. */
async function doubtfulOf(world: MatrixWorld, slug: Slug) {
  const { id, versionId } = await amendedOf(world, slug)
  await world.db`update platform.node_changes set certain = false where version_id = ${versionId}`
  const [change] = await listNodeChanges(world.db, versionId)
  return { id, versionId, changeId: change?.id ?? '' }
}

async function doubtOf(world: MatrixWorld, slug: Slug) {
  const { services, db } = world
  const [{ id }, official] = [await actOf(world, slug, 'draft'), await secretaryOf(services, slug)]
  const words = 'Neni 1\nObjekti\n\nFjalë.\n\nNeni 5\nHyrja në fuqi\n\nFjalë të tjera.'
  const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: '' } as const
  const read = await readIntoVersion(services, holder, official, { id, input })
  const [doubt] = await listDoubts(db, read.kind === 'read' ? read.versionId : '')
  return { id, doubt: doubt?.id ?? '' }
}

/** Announced, and a correction of its words is planned and written. */
async function correctedOf(world: MatrixWorld, slug: Slug) {
  const { services, db } = world
  const { id } = await givenAdoptedAct(services, null, { institution: slug, until: 'numbered' })
  await db.begin(async (tx) => {
    await tx`update council_acts.acts set state = 'announced', announced_on = adopted_on, announced_at = published_at,
      in_force_from = adopted_on, version = version + 1 where id = ${id}`
    await enterActs(tx, services, [id])
  })
  const note = 'Gabim shtypi te tarifa'
  const { adoptedOn } = await standing(services, id)
  const plan = { purpose: 'correction', holdsFrom: adoptedOn ?? '', note, relationIds: [] } as const
  await planState(services, id, plan, 'command-line')
  const official = await secretaryOf(services, slug)
  const begun = await beginVersion(services, holder, official, id)
  const versionId = 'versionId' in begun ? begun.versionId : ''
  const nodes = await listNodes(db, versionId)
  const moved = nodes.find((node) => node.kind === 'article' && node.label === '2')?.nodeId ?? ''
  const order = { id, submission: randomUUID(), kind: 'moved', about: 'Neni 2' } as const
  await editDraft(services, holder, official, order, (rows) => moveBy(rows, moved, 'up'))
  return { id, versionId }
}

/** Something hangs on its words, and nobody has said where it stands in the adopted ones. */
async function openPlaceOf(world: MatrixWorld, slug: Slug) {
  const { services, db } = world
  const { id, versionId, official, nodeId } = await amendedOf(world, slug)
  const seen = (await standing(services, id)).version
  await confirmText(services, official, id, { seen, aside: 'Ndreqje gjuhësore' })
  const subject = `consultations.comment:${randomUUID()}`
  await db`
    insert into platform.anchor_places (subject, version_id, institution_id, node_id, outcome, likeness, certain, found_at)
    select ${subject}, id, institution_id, ${nodeId}, 'same', 1, false, now()
    from platform.text_versions where id = ${versionId}`
  return { id, subject, versionId }
}

function versionRows(world: MatrixWorld): Rows {
  const row = (
    right: string,
    make: (slug: Slug) => Promise<{ path: string; fields?: Record<string, string | File> }>,
  ) => record(right, make)
  return {
    [`GET ${textUrls.text(holder, ':id')}`]: row(READ, async (slug) => ({
      path: textUrls.text(holder, (await actOf(world, slug)).id),
    })),
    [`POST ${textUrls.text(holder, ':id')}`]: row(WRITE, async (slug) => ({
      path: textUrls.text(holder, (await actOf(world, slug, 'draft')).id),
      fields: { teksti: 'Neni 1\n\nTekst i ri.', dokumenti: new File([], '') },
    })),
    [`POST ${textUrls.doubts(holder, ':id')}`]: row(WRITE, async (slug) => ({
      path: textUrls.doubts(holder, (await doubtOf(world, slug)).id),
      fields: {},
    })),
    [`POST ${textUrls.doubt(holder, ':id', ':doubt')}`]: row(WRITE, async (slug) => {
      const { id, doubt } = await doubtOf(world, slug)
      return { path: textUrls.doubt(holder, id, doubt), fields: { vendimi: 'kept' } }
    }),
    [`POST ${textUrls.begin(holder, ':id')}`]: row(WRITE, async (slug) => ({
      path: textUrls.begin(holder, (await actOf(world, slug)).id),
      fields: { dergesa: randomUUID() },
    })),
    [`POST ${textUrls.drop(holder, ':id')}`]: row(WRITE, async (slug) => {
      const { id, versionId } = await amendedOf(world, slug)
      return { path: textUrls.drop(holder, id), fields: { versioni: versionId } }
    }),
    [`GET ${textUrls.changes(holder, ':id')}`]: row(READ, async (slug) => ({
      path: textUrls.changes(holder, (await amendedOf(world, slug)).id),
    })),
    [`POST ${textUrls.changes(holder, ':id')}`]: row(WRITE, async (slug) => {
      const { id, versionId, changeId } = await doubtfulOf(world, slug)
      return { path: textUrls.changes(holder, id), fields: { versioni: versionId, ndryshimi: changeId } }
    }),
    [`GET ${textUrls.change(holder, ':id', ':change')}`]: row(WRITE, async (slug) => {
      const { id, changeId } = await doubtfulOf(world, slug)
      return { path: textUrls.change(holder, id, changeId) }
    }),
    [`POST ${textUrls.change(holder, ':id', ':change')}`]: row(WRITE, async (slug) => {
      const { id, versionId, changeId } = await doubtfulOf(world, slug)
      return { path: textUrls.change(holder, id, changeId), fields: { versioni: versionId, vendimi: 'prano' } }
    }),
    [`GET ${textUrls.publication(holder, ':id')}`]: row(DECIDE, async (slug) => ({
      path: textUrls.publication(holder, (await amendedOf(world, slug)).id),
    })),
    [`POST ${textUrls.publication(holder, ':id')}`]: row(DECIDE, async (slug) => {
      const { id, versionId } = await correctedOf(world, slug)
      const fields = { versioni: versionId, permbledhja: 'U ndreq një gabim shtypi.', 'permbledhja-en': '' }
      return { path: textUrls.publication(holder, id), fields }
    }),
    [`GET ${textUrls.places(holder, ':id')}`]: row(READ, async (slug) => ({
      path: textUrls.places(holder, (await openPlaceOf(world, slug)).id),
    })),
    [`POST ${textUrls.place(holder, ':id', ':subject')}`]: row(WRITE, async (slug) => {
      const { id, subject, versionId } = await openPlaceOf(world, slug)
      return { path: textUrls.place(holder, id, subject), fields: { versioni: versionId, vendimi: 'konfirmo' } }
    }),
  }
}

function editingRows(world: MatrixWorld): Rows {
  const urls = editingUrls
  const given = async (slug: Slug) => {
    const one = await amendedOf(world, slug)
    return { ...one, fields: { dergesa: randomUUID(), gjendja: lockOf(one.nodes) } }
  }
  const words = { etiketa: '3', titulli: 'Titull i ri', teksti: 'Fjalë të reja.', veprimi: 'ruaj' }
  const opens = (right: string, path: (one: Awaited<ReturnType<typeof given>>) => string) =>
    record(right, async (slug) => ({ path: path(await given(slug)) }))
  return {
    [`GET ${urls.outline(holder, ':id')}`]: opens(READ, ({ id }) => urls.outline(holder, id)),
    [`POST ${urls.outline(holder, ':id')}`]: record(WRITE, async (slug) => ({
      path: urls.outline(holder, (await actOf(world, slug, 'draft')).id),
      fields: { dergesa: randomUUID() },
    })),
    [`POST ${urls.undo(holder, ':id')}`]: record(WRITE, async (slug) => {
      const { id, versionId } = await given(slug)
      const last = await findLastEdit(world.db, versionId)
      return { path: urls.undo(holder, id), fields: { redaktimi: last?.id ?? '' } }
    }),
    [`GET ${urls.add(holder, ':id')}`]: opens(WRITE, ({ id }) => urls.add(holder, id)),
    [`POST ${urls.add(holder, ':id')}`]: record(WRITE, async (slug) => {
      const { id, nodeId, fields } = await given(slug)
      const place = { prane: nodeId, ku: 'after', lloji: 'article' }
      return { path: urls.add(holder, id), fields: { ...fields, ...place, ...words, etiketa: '3/9' } }
    }),
    [`GET ${urls.numbers(holder, ':id')}`]: opens(READ, ({ id }) => urls.numbers(holder, id)),
    [`POST ${urls.numbers(holder, ':id')}`]: record(WRITE, async (slug) => {
      const { id, fields } = await given(slug)
      return { path: urls.numbers(holder, id), fields: { ...fields, cfare: 'articles', prej: '', neni: '' } }
    }),
    [`GET ${urls.unit(holder, ':id', ':node')}`]: opens(READ, ({ id, nodeId }) => urls.unit(holder, id, nodeId)),
    [`POST ${urls.unit(holder, ':id', ':node')}`]: record(WRITE, async (slug) => {
      const { id, nodes, nodeId, fields } = await given(slug)
      const own = { ...fields, ...words, gjendja: unitLock(nodes, nodeId) }
      return { path: urls.unit(holder, id, nodeId), fields: own }
    }),
    [`GET ${urls.deed(holder, ':id', ':node', ':deed')}`]: opens(WRITE, ({ id, nodeId }) =>
      urls.deed(holder, id, nodeId, 'heqja'),
    ),
    [`POST ${urls.deed(holder, ':id', ':node', ':deed')}`]: record(WRITE, async (slug) => {
      const { id, nodeId, fields } = await given(slug)
      return { path: urls.deed(holder, id, nodeId, 'heqja'), fields }
    }),
  }
}
