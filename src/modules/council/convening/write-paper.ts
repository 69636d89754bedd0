import { changedFields } from '#platform/history/change-rules.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { endLink, linkRecords } from '#platform/links/link-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { PAPER_KIND } from '../council-rules.ts'
import { accountOf } from './do-with-meeting.ts'
import { doWithPaper, type PaperOutcome } from './do-with-paper.ts'
import {
  findPaperByForm,
  insertPaper,
  keepOpinionRow,
  opinionWasSent,
  publishPaperRows,
  setAboutRef,
  touchPaper,
  updatePaper,
  type NewOpinion,
  type Paper,
  type PaperFields,
} from './paper-queries.ts'
import { tellWherePaperLies } from './tell-where-paper-lies.ts'

type NewPaperOrder = {
  form: PaperFields
  institutionId: string
  by: ChangedBy
  formId: string
  /** The record that it comes from: a consultation. */
  aboutRef: string | null
}

/** Makes a draft; a form that arrives twice makes one. */
export const createPaper = (services: Services, order: NewPaperOrder): Promise<string> =>
  services.db.begin(async (tx) => {
    const { form, institutionId, by, formId, aboutRef } = order
    const at = services.clock.now()
    const id = await insertPaper(tx, { ...form, institutionId, formId, aboutRef, createdBy: accountOf(by), at })
    if (id === null) return (await findPaperByForm(tx, formId)) ?? neverMade(formId)
    const subject = refOf(PAPER_KIND, id)
    await recordChange(tx, { institutionId, subject, kind: 'created', by, at })
    if (aboutRef !== null) await linkRecords(tx, { institutionId, from: subject, to: aboutRef, kind: 'about', by, at })
    return id
  })

function neverMade(formId: string): never {
  throw new Error(`No paper of form ${formId}, and none can be made`)
}

type Change = { form: PaperFields; by: ChangedBy; seen: number; reason: string | null }

/** What everybody reads changes with a reason. */
export const changePaper = (
  services: Services,
  id: string,
  { form, by, seen, reason }: Change,
): Promise<PaperOutcome> =>
  doWithPaper(services, id, { seen }, async ({ tx, paper, at }) => {
    if (paper.state === 'published' && !reason) return 'reason-missing'
    const fields = changedFields(told(paper), told(form))
    if (fields.length === 0) return 'done'
    await updatePaper(tx, id, form, at)
    const { institutionId } = paper
    await recordChange(tx, { institutionId, subject: refOf(PAPER_KIND, id), kind: 'changed', by, at, reason, fields })
    return 'done'
  })

const told = (paper: PaperFields) => ({
  reference: paper.reference,
  title: paper.title,
  title_en: paper.titleEn,
  summary: paper.summary,
  kind: paper.kind,
  act_kind: paper.actKind,
  proposer_kind: paper.proposerKind,
  proposer: paper.proposer,
  proposer_id: paper.proposerId,
  dated_on: paper.datedOn,
})

/** Read by everybody before any meeting calls for it. */
export const publishPaper = (
  services: Services,
  id: string,
  { by, seen }: { by: ChangedBy; seen: number },
): Promise<PaperOutcome> =>
  doWithPaper(services, id, { seen }, async ({ tx, paper, at }) => {
    if ((await publishPaperRows(tx, [id], at)).length === 0) return 'wrong-state'
    const { institutionId } = paper
    await recordChange(tx, { institutionId, subject: refOf(PAPER_KIND, id), kind: 'published', by, at })
    return 'done'
  })

type OpinionOrder = { opinion: NewOpinion; formId: string; by: ChangedBy }

/** What a commission says of it. A second one of the same commission and day puts the first right. */
export const keepOpinion = (
  services: Services,
  id: string,
  { opinion, formId, by }: OpinionOrder,
): Promise<PaperOutcome> =>
  doWithPaper(services, id, {}, async ({ tx, paper, at, lies }) => {
    if (await opinionWasSent(tx, formId)) return 'done'
    await keepOpinionRow(tx, paper, { ...opinion, formId }, at)
    await touchPaper(tx, id, at)
    const { institutionId } = paper
    const fields = [{ field: 'opinion', from: null, to: opinion.stance }]
    const subject = refOf(PAPER_KIND, id)
    await recordChange(tx, { institutionId, subject, kind: 'opinion-added', by, at, fields })
    const changes = { opinion: [null, opinion.stance] } as const
    await tellWherePaperLies(tx, paper, lies, { kind: 'opinion-added', by, at, changes })
    return 'done'
  })

type Bond = { to: string; by: ChangedBy }

/** The consultation, or another record, that it comes from. */
export const bindPaper = (services: Services, id: string, { to, by }: Bond): Promise<PaperOutcome> =>
  doWithPaper(services, id, {}, async ({ tx, paper, at }) => {
    const from = refOf(PAPER_KIND, id)
    if (!(await linkRecords(tx, { ...linkOf(paper), from, to, kind: 'about', by, at }))) return 'done'
    await setAboutRef(tx, id, paper.aboutRef ?? to, at)
    return 'done'
  })

export const unbindPaper = (services: Services, id: string, { to, by }: Bond): Promise<PaperOutcome> =>
  doWithPaper(services, id, {}, async ({ tx, paper, at }) => {
    const from = refOf(PAPER_KIND, id)
    if (!(await endLink(tx, { ...linkOf(paper), from, to, kind: 'about', by, at, reason: null }))) return 'done'
    await setAboutRef(tx, id, paper.aboutRef === to ? null : paper.aboutRef, at)
    return 'done'
  })

const linkOf = ({ institutionId }: Paper) => ({ institutionId })
