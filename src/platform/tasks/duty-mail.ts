import { reminderParagraphs, type ReminderLine } from '../deadlines/reminders/reminder-mail.ts'
import { formatDate } from '../i18n/formats.ts'
import { inLanguage, type InEveryLanguage, type Lang } from '../i18n/language.ts'
import type { Duty } from './duty-queries.ts'
import { en } from './duty-texts.en.ts'
import { sq, type DutyTexts } from './duty-texts.sq.ts'
import { taskUrls } from './urls.ts'

const TEXTS: InEveryLanguage<DutyTexts> = { sq, en }
const MOST_LINES = 25

/** What the morning's letter tells; each task stands in the first group that it belongs to. */
export type Duties = {
  overdue: readonly Duty[]
  today: readonly Duty[]
  fresh: readonly Duty[]
  ofRole: readonly Duty[]
  /** Records in whose notes they were named. */
  mentions: readonly string[]
  /** Deadlines of records that come near or are over. */
  reminders: readonly ReminderLine[]
}

export const isNothing = ({ overdue, today, fresh, ofRole, mentions, reminders }: Duties): boolean =>
  [overdue, today, fresh, ofRole, mentions, reminders].every((list) => list.length === 0)

export function dutyLetter(
  lang: Lang,
  name: string,
  duties: Duties,
  url: string,
): { lang: Lang; subject: string; body: string } {
  const t = TEXTS[lang]
  const { overdue, today, fresh, ofRole, mentions, reminders } = duties
  const group = (title: string, list: readonly Duty[]) =>
    list.length === 0 ? [] : [[title, ...linesOf(lang, list, url)].join('\n')]
  const link = (path: string) => url + inLanguage(lang, path)
  const body = [
    t.greeting(name),
    ...reminderParagraphs(lang, reminders, url),
    ...group(t.overdue, overdue),
    ...group(t.today, today),
    ...group(t.fresh, fresh),
    ...group(t.ofRole, ofRole),
    ...(mentions.length > 0
      ? [
          [t.mentions(mentions.length), ...mentions.slice(0, MOST_LINES).map((ref) => link(taskUrls.record(ref)))].join(
            '\n',
          ),
        ]
      : []),
    `${t.all}\n${link('/zyra')}`,
    `${t.stop}\n${link(taskUrls.dutyLetter())}`,
  ]
  const subject = t.subject(overdue.length, today.length, fresh.length + ofRole.length, reminders.length)
  return { lang, subject, body: body.join('\n\n') }
}

function linesOf(lang: Lang, list: readonly Duty[], url: string): string[] {
  const t = TEXTS[lang]
  const lines = list.slice(0, MOST_LINES).map(({ id, title, dueOn }) => {
    const due = dueOn === null ? '' : ` (${t.due(formatDate(lang, dueOn))})`
    return `– ${title}${due}\n  ${url}${inLanguage(lang, taskUrls.one(id))}`
  })
  return list.length > MOST_LINES ? [...lines, `– ${t.more(list.length - MOST_LINES)}`] : lines
}
