import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { PublishedConsultation } from '../consultation-queries.ts'
import { findNoticeWords, listCoLeaders, listStages, type CoLeader, type StageLink } from './notice-queries.ts'
import { NO_WORDS, type NoticeWords } from './notice-rules.ts'

/** In one language. */
export type SaidWords = { reasons: string; effect: string; questions: string }

/** What stands on the page of a consultation out of its notice. */
export type NoticeParts = { said: SaidWords; coLeaders: CoLeader[]; stages: StageLink[] }

export async function viewNoticeParts(
  db: Queryable,
  lang: Lang,
  { id }: Pick<PublishedConsultation, 'id'>,
): Promise<NoticeParts> {
  const [words, coLeaders, stages] = await Promise.all([
    findNoticeWords(db, id),
    listCoLeaders(db, lang, id),
    listStages(db, lang, id, true),
  ])
  return { said: saidIn(lang, words ?? NO_WORDS), coLeaders, stages }
}

/** In English where somebody wrote it, else in Albanian. */
export function saidIn(lang: Lang, words: NoticeWords): SaidWords {
  const english = lang === 'en'
  return {
    reasons: (english && words.reasonsEn) || words.reasons,
    effect: (english && words.effectEn) || words.effect,
    questions: (english && words.questionsEn) || words.questions,
  }
}
