import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeAnswerUrls } from './urls.ts'
import { listToDecide } from './office-answer-queries.ts'

/** Answers that wait for this official's decision, with the way to the consultation that has most of them. */
export async function answerTiles({ db }: Pick<Services, 'db'>, official: Official, lang: Lang): Promise<OfficeTile[]> {
  if (!mayAnywhere(official, may['answers.decide'])) return []
  const where = institutionsWhere(official, may['answers.decide'])
  const waiting = await listToDecide(db, where, official.accountId)
  const [most] = waiting
  if (!most) return []
  const count = waiting.reduce((sum, { answers }) => sum + answers, 0)
  const href = `${inLanguage(lang, officeAnswerUrls.work(most.consultationId))}?gjendja=proposed&imja=po`
  return [{ title: textsIn(lang).answers.office.tile, count, href }]
}
