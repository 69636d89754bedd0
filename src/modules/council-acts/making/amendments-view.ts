import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { findAct, type Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import type { Amendment } from './making-queries.ts'
import { articleNamed, calledDraftIn, proposedPlaces } from './place-rules.ts'
import { viewTextOfAct, type TextOfAct } from './text-state-view.ts'
import { findConsultedText, type ConsultedText } from './waiting-queries.ts'

export type ShownAmendment = Amendment & {
  /** Places that are its own, or that it has most likely changed. */
  ticked: readonly string[]
  /** The article that it names, in the draft or in the laid text. */
  articleId: string | null
}

export type AmendmentsView = Omit<TextOfAct, 'amendments'> & {
  act: Act
  title: string
  amendments: ShownAmendment[]
  /** How the text begins, where it still calls itself a draft. */
  calledDraft: string | null
  consulted: ConsultedText | null
  /** Papers of the draft and of the act that can be read as a text. */
  readable: Document[]
  mayWrite: boolean
  mayDecide: boolean
}

const READABLE: readonly string[] = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/pdf',
]

/** Null: there is none that this official may read. */
export async function viewAmendments(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<AmendmentsView | null> {
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const { paperRef } = act
  const waits = act.textId === null && act.state === 'draft'
  const [text, consulted, papers] = await Promise.all([
    viewTextOfAct(db, act),
    waits && paperRef ? findConsultedText(db, paperRef) : null,
    waits ? listDocuments(db, [refOf(ACT_RECORD, id), ...(paperRef === null ? [] : [paperRef])]) : [],
  ])
  const shown = text.draft ?? text.versions[0]
  const nodes = shown ? await listNodes(db, shown.id) : []
  const articles = nodes.filter(({ kind }) => kind === 'article')
  return {
    ...text,
    act,
    title: (lang === 'en' && act.titleEn) || act.title,
    amendments: text.amendments.map((one) => {
      const label = articleNamed(one.article) ?? articleNamed(one.words)
      return {
        ...one,
        ticked: proposedPlaces(one, text.places),
        articleId: label === null ? null : (articles.find((node) => node.label === label)?.nodeId ?? null),
      }
    }),
    calledDraft: calledDraftIn(nodes),
    consulted,
    readable: papers.filter(({ mediaType }) => READABLE.includes(mediaType)),
    mayWrite: mayIn(official, may['acts.write'], act.institutionId),
    mayDecide: mayIn(official, may['acts.decide'], act.institutionId),
  }
}
