import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import { figureBlocks } from './report-document-view.ts'
import type { ReportToShow } from './report-to-show-view.ts'
import { partBlocks } from './report-parts-view.ts'
import { findOwnReport, listAnswersThen, type OwnReport } from './report-queries.ts'
import { PARTS, type ReportContent } from './report-rules.ts'
import { textsIn } from '../texts.ts'

/** What would be published now, without the statement that is written on the day. */
export async function viewPreview(
  { db, settings, clock }: Pick<Services, 'db' | 'settings' | 'clock'>,
  lang: Lang,
  consultation: OfficeConsultation,
  content: ReportContent,
): Promise<FormBlock[]> {
  const { id, slug, title, institutionName: institution, zone } = consultation
  const codes = content.notAccepted.map(({ code }) => code)
  const shown: ReportToShow = {
    slug: slug ?? '',
    title,
    institution,
    zone,
    version: 0,
    versionAt: clock.now(),
    reason: null,
    outcome: 'to-decision',
    statement: '',
    statementEn: null,
    content,
    answers: await listAnswersThen(db, id, codes),
  }
  const t = textsIn(lang).reports
  return [
    ...figureBlocks(lang, content),
    ...PARTS.flatMap((part, n): FormBlock[] => [
      { kind: 'heading', level: 2, id: `pjesa-${n + 1}`, words: `${n + 1}. ${t.parts[part]}` },
      ...partBlocks(lang, part, shown, settings.url),
    ]),
  ]
}

export const viewOwnReport = ({ db }: Pick<Services, 'db'>, consultationId: string): Promise<OwnReport | null> =>
  findOwnReport(db, consultationId)
