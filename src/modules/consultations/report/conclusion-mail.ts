import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

type Facts = { title: string; statement: string; slug: string; url: string }

/** Who took part hears once that it is concluded, in the words of the institution, and where the report is. */
export function concludedLetter(lang: Lang, { title, statement, slug, url }: Facts) {
  const { letters, reports } = textsIn(lang)
  const t = reports.letter
  const paragraphs = [t.done(title), statement, `${t.report}\n${url}${inLanguage(lang, consultationUrls.report(slug))}`]
  return { lang, subject: t.subject(title), body: [letters.greeting, ...paragraphs, letters.closing].join('\n\n') }
}
