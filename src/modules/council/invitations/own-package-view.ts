import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Document } from '#platform/documents/document-queries.ts'
import { councilUrls } from '../urls.ts'
import type { InvitedView } from './invited-view.ts'
import { textsIn } from './texts.ts'

/** The agenda as this reader may know it: the first pages of their package. */
export function ownPackageForm(
  url: string,
  lang: Lang,
  { call, meeting, institution, items }: InvitedView,
): FormDocument {
  const { own: t, paper } = textsIn(lang)
  return {
    lang,
    wordsLang: lang,
    form: t.packageForm,
    title: call.meeting,
    institution: institution.name,
    lead: [call.when, call.place].filter(Boolean).join(', '),
    kept: paper.kept,
    address: url + inLanguage(lang, councilUrls.meeting(meeting.slug)),
    page: paper.page,
    blocks: [
      { kind: 'heading', level: 2, id: 'rendi', words: t.agenda },
      ...items
        .filter(({ withdrawn }) => !withdrawn)
        .flatMap(({ id, title, closed, documents }, at): FormBlock[] => [
          { kind: 'heading', level: 3, id, words: `${at + 1}. ${title}` },
          ...(closed ? [{ kind: 'paragraph' as const, words: t.closedItem, quiet: true as const }] : []),
          ...(documents.length === 0 ? [] : [{ kind: 'list' as const, items: documents.map((one) => one.title) }]),
        ]),
    ],
  }
}

/** What is bound behind it, in the order of the agenda. */
export const ownPackageFiles = ({ documents, items }: InvitedView): Document[] =>
  [...documents, ...items.filter(({ withdrawn }) => !withdrawn).flatMap((item) => item.documents)].filter(
    ({ mediaType }) => mediaType === 'application/pdf',
  )
