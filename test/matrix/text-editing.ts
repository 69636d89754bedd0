import { randomUUID } from 'node:crypto'
import { editingUrls as urls } from '#app/office/texts/editing/editing-urls.ts'
import { articlesIn, draftOf, givenLaterDraft, holder } from '#app/office/texts/texts-testing.ts'
import { findLastEdit } from '#platform/texts/editing/text-edit-queries.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import { moveBy } from '#platform/texts/editing/structure-edit-rules.ts'
import { unitLock } from '#app/office/texts/editing/editing-view.ts'
import { givenDraft, officialWith } from '#modules/consultations/testing.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const read = 'consultations.read'
const write = 'consultations.write'

/** Editing the draft of a later version of a consultation's text. */
export const textEditingRows = ({ services, db }: MatrixWorld): Rows => {
  const given = async (slug: Slug) => {
    const { consultation } = await givenLaterDraft(services, slug)
    const draft = await draftOf(services, consultation.id)
    const nodeId = articlesIn(draft.nodes)['2'] ?? ''
    const fields = { dergesa: randomUUID(), gjendja: lockOf(draft.nodes) }
    return { id: consultation.id, draft, nodeId, fields }
  }
  const words = { etiketa: '2', titulli: 'Titull i ri', teksti: 'Fjalë të reja.', veprimi: 'ruaj' }
  return {
    [`GET ${urls.outline(holder, ':id')}`]: record(read, async (slug) => ({
      path: urls.outline(holder, (await given(slug)).id),
    })),
    [`POST ${urls.outline(holder, ':id')}`]: record(write, async (slug) => ({
      path: urls.outline(holder, (await givenDraft(services, { institution: slug, text: null })).id),
      fields: { dergesa: randomUUID() },
    })),
    [`POST ${urls.undo(holder, ':id')}`]: record(write, async (slug) => {
      const { id, draft, nodeId } = await given(slug)
      const official = await officialWith(services, ['consultation-coordinator', slug])
      const order = { id, submission: randomUUID(), kind: 'moved', about: 'Neni 2' } as const
      await editDraft(services, holder, official, order, (rows) => moveBy(rows, nodeId, 'up'))
      const last = await findLastEdit(db, draft.id)
      return { path: urls.undo(holder, id), fields: { redaktimi: last?.id ?? '' } }
    }),
    [`GET ${urls.add(holder, ':id')}`]: record(write, async (slug) => ({
      path: urls.add(holder, (await given(slug)).id),
    })),
    [`POST ${urls.add(holder, ':id')}`]: record(write, async (slug) => {
      const { id, nodeId, fields } = await given(slug)
      const place = { prane: nodeId, ku: 'after', lloji: 'article' }
      return { path: urls.add(holder, id), fields: { ...fields, ...place, ...words, etiketa: '2/9' } }
    }),
    [`GET ${urls.numbers(holder, ':id')}`]: record(read, async (slug) => ({
      path: urls.numbers(holder, (await given(slug)).id),
    })),
    [`POST ${urls.numbers(holder, ':id')}`]: record(write, async (slug) => {
      const { id, fields } = await given(slug)
      return { path: urls.numbers(holder, id), fields: { ...fields, cfare: 'articles', prej: '', neni: '' } }
    }),
    [`GET ${urls.unit(holder, ':id', ':node')}`]: record(read, async (slug) => {
      const { id, nodeId } = await given(slug)
      return { path: urls.unit(holder, id, nodeId) }
    }),
    [`POST ${urls.unit(holder, ':id', ':node')}`]: record(write, async (slug) => {
      const { id, draft, nodeId, fields } = await given(slug)
      const own = { ...fields, ...words, gjendja: unitLock(draft.nodes, nodeId) }
      return { path: urls.unit(holder, id, nodeId), fields: own }
    }),
    [`GET ${urls.deed(holder, ':id', ':node', ':deed')}`]: record(write, async (slug) => {
      const { id, nodeId } = await given(slug)
      return { path: urls.deed(holder, id, nodeId, 'heqja') }
    }),
    [`POST ${urls.deed(holder, ':id', ':node', ':deed')}`]: record(write, async (slug) => {
      const { id, nodeId, fields } = await given(slug)
      return { path: urls.deed(holder, id, nodeId, 'heqja'), fields }
    }),
  }
}
