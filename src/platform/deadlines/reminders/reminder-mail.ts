import type { CivilDate } from '#law/days.ts'
import { formatDate } from '../../i18n/formats.ts'
import { inLanguage, type Lang } from '../../i18n/language.ts'
import { en } from '../recomputing/letter-texts.en.ts'
import { sq } from '../recomputing/letter-texts.sq.ts'

const TEXTS = { sq, en }
const MOST_LINES = 25
const BOARD = '/zyra/afate'

/** One deadline in a letter. `href`: without language prefix. */
export type ReminderLine = { what: string; workBy: CivilDate; dueOn: CivilDate; late: boolean; href: string }

/** Of the letter, the paragraphs that tell what is over and what comes near; none when there is nothing. */
export function reminderParagraphs(lang: Lang, lines: readonly ReminderLine[], url: string): string[] {
  const t = TEXTS[lang]
  const group = (title: string, all: readonly ReminderLine[]) =>
    all.length === 0 ? [] : [[title, ...linesOf(lang, all, url)].join('\n')]
  const late = lines.filter((line) => line.late)
  const near = lines.filter((line) => !line.late)
  return [...group(t.late, late), ...group(t.near, near)]
}

function linesOf(lang: Lang, lines: readonly ReminderLine[], url: string): string[] {
  const t = TEXTS[lang]
  const shown = lines.slice(0, MOST_LINES).map(({ what, workBy, dueOn, href }) => {
    const due = formatDate(lang, dueOn)
    const words = workBy < dueOn ? t.twoDays(what, formatDate(lang, workBy), due) : t.until(what, due)
    return `– ${words}\n  ${url}${inLanguage(lang, href)}`
  })
  return lines.length > MOST_LINES ? [...shown, `– ${t.more(lines.length - MOST_LINES)}`] : shown
}

/** One letter a day with all that one official is reminded of. */
export function reminderLetter(lang: Lang, name: string, lines: readonly ReminderLine[], url: string) {
  const t = TEXTS[lang]
  const late = lines.filter((line) => line.late).length
  const body = [t.greeting(name), ...reminderParagraphs(lang, lines, url), `${t.all}\n${url}${inLanguage(lang, BOARD)}`]
  return { lang, subject: t.remindSubject(late, lines.length - late), body: body.join('\n\n') }
}
