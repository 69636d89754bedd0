import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { RedactionGround } from './redaction-rules.ts'

/** Why words of a comment were covered, for its author, in the language they wrote in. */
export function redactedLetter(
  lang: Lang,
  { title, code, ground }: { title: string; code: string; ground: RedactionGround },
): { lang: Lang; subject: string; body: string } {
  const { letters, redaction } = textsIn(lang)
  const words = redaction.letter(title, redaction.grounds[ground])
  return {
    lang,
    subject: redaction.letterSubject(code),
    body: [letters.greeting, ...words, letters.closing].join('\n\n'),
  }
}
