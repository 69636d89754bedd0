import { inLanguage, type Lang } from '../../i18n/language.ts'
import type { Named } from './report-rules.ts'
import { namedWords, verifyTexts } from './verification-texts.ts'

/** Where the whole state is read. */
const HEALTH_PATH = '/zyra/gjendja'

export type Bad = { named: readonly Named[]; namedCount: number; failed: boolean }

/** To who runs and who oversees the installation: the record is not what the log vouches for. */
export function verificationLetter(
  lang: Lang,
  { named, namedCount, failed }: Bad,
  url: string,
): { lang: Lang; subject: string; body: string } {
  const t = verifyTexts(lang).letter
  const more = namedCount - named.length
  const lines = [...named.map((one) => `– ${namedWords(lang, one)}`), ...(more > 0 ? [t.more(more)] : [])]
  const what = failed ? [t.failed] : [t.lead, lines.join('\n')]
  const body = [t.greeting, ...what, t.next, `${t.look}\n${url}${inLanguage(lang, HEALTH_PATH)}`]
  return { lang, subject: failed ? t.subjectFailed : t.subject, body: body.join('\n\n') }
}
