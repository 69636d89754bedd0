import { randomUUID } from 'node:crypto'
import { editingUrls as editing } from '#app/office/texts/editing/editing-urls.ts'
import { textUrls } from '#app/office/texts/urls.ts'
import { actTexts as holder } from '#modules/council-acts/act-text-holder.ts'
import { confirmText } from '#modules/council-acts/making/confirm-text.ts'
import { givenAdoptedAct, secretaryOf, standing } from '#modules/council-acts/making/testing.ts'
import { givenActState, givenActText } from '#modules/council-acts/reading/testing.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { actUrls } from '#modules/council-acts/urls.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { moveBy } from '#platform/texts/editing/structure-edit-rules.ts'
import { listNodeChanges, listNodes } from '#platform/texts/text-queries.ts'
import { beginVersion } from '#platform/texts/versions/begin-version.ts'
import { COMPARISON_LOOKS, versionUrls } from '#platform/texts/version-address-rules.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { Page, RoomPages } from './page.ts'

const TEXT = `VENDIM
PËR TREGUN

KREU I
TË PËRGJITHSHME

Neni 1
Objekti

Ky vendim cakton orarin e tregut.

KREU II
ORARI

Neni 2
Orari

Tregu hapet në orën 6:00.`

/** The rooms of texts, as acts use them: amendments made in a draft, and the versions of an act that is announced. */
export const actsTextPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const official = await secretaryOf(services, 'bregas')
  const [draft, adopted] = [await draftPages(services, official), await adoptedPages(services, official)]
  return { anonymous: await versionPages(services), secretary: [...draft, ...adopted], auditor: draft.slice(0, 2) }
}

async function versionPages(services: Services): Promise<Page[]> {
  const act = await givenAct(services, { institution: 'mb', serial: 760, inForceFrom: '2026-10-17' })
  const text = await givenActText(services, act, { text: TEXT })
  const change = (words: string) => words.replace('6:00', '7:00')
  await givenActState(services, act, text, { holdsFrom: '2026-11-01', change })
  const nodes = await listNodes(services.db, text.versionId)
  const first = (kind: string) => nodes.find((node) => node.kind === kind)?.nodeId ?? ''
  const record = actUrls.act(act.slug ?? '')
  return [
    { path: versionUrls.list(record) },
    { path: versionUrls.one(record, 1) },
    { path: versionUrls.one(record, 2) },
    { path: versionUrls.division(record, 1, first('chapter')) },
    { path: versionUrls.article(record, 1, first('article')) },
    ...COMPARISON_LOOKS.map((look) => ({ path: versionUrls.comparison(record, { later: 2, earlier: 1, look }) })),
  ]
}

/** Laid before the council, and an amendment is made in its draft: article 2 stands before article 1. */
async function amendedIn(services: Services, official: Official) {
  const { id } = await givenAdoptedAct(services, official, { institution: 'bregas', until: 'laid' })
  const begun = await beginVersion(services, holder, official, id)
  const versionId = 'versionId' in begun ? begun.versionId : ''
  const nodes = await listNodes(services.db, versionId)
  const nodeId = nodes.find(({ kind, label }) => kind === 'article' && label === '2')?.nodeId ?? ''
  const order = { id, submission: randomUUID(), kind: 'moved', about: 'Neni 2' } as const
  await editDraft(services, holder, official, order, (rows) => moveBy(rows, nodeId, 'up'))
  return { id, versionId, nodeId }
}

async function draftPages(services: Services, official: Official): Promise<Page[]> {
  const { db } = services
  const { id, versionId, nodeId } = await amendedIn(services, official)
  await db`update platform.node_changes set certain = false where version_id = ${versionId}`
  const [change] = await listNodeChanges(db, versionId)
  const [changes, one] = [textUrls.changes(holder, id), textUrls.change(holder, id, change?.id ?? '')]
  const publication = textUrls.publication(holder, id)
  const late = { dergesa: randomUUID(), gjendja: 'tjetër' }
  return [
    { path: changes },
    { path: textUrls.text(holder, id) },
    { path: changes, fields: { versioni: versionId }, status: 422 },
    { path: one },
    { path: one, fields: { versioni: versionId, vendimi: '' }, status: 422 },
    { path: publication },
    { path: publication, fields: { versioni: versionId, permbledhja: 'Pak' }, status: 422 },
    { path: editing.outline(holder, id) },
    { path: editing.unit(holder, id, nodeId) },
    { path: editing.deed(holder, id, nodeId, 'heqja') },
    { path: `${editing.add(holder, id)}?prane=${nodeId}&ku=after` },
    { path: editing.numbers(holder, id) },
    { path: editing.deed(holder, id, nodeId, 'lart'), fields: late, status: 409 },
  ]
}

/** The adopted text, and where what was said of the one before stands in it. */
async function adoptedPages(services: Services, official: Official): Promise<Page[]> {
  const { id } = await amendedIn(services, official)
  const { version: seen } = await standing(services, id)
  const outcome = await confirmText(services, official, id, { seen, aside: 'Ndreqje gjuhësore' })
  if (outcome !== 'done') throw new Error(`The text was not confirmed: ${outcome}`)
  return [{ path: textUrls.places(holder, id) }, { path: textUrls.text(holder, id) }]
}
