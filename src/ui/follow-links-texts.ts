import type { InEveryLanguage } from '#platform/i18n/language.ts'

type Texts = {
  title: string
  lead: string
  follow: string
  feed: string
  calendar: string
  feedTitle: string
  calendarTitle: string
}

export const FOLLOW_LINKS_TEXTS: InEveryLanguage<Texts> = {
  sq: {
    title: 'Ndiqni',
    lead: 'Ju shkruajmë kur ndryshon diçka.',
    follow: 'Ndiqni me e-postë',
    feed: 'Burimi i njoftimeve (Atom)',
    calendar: 'Kalendari (iCalendar)',
    feedTitle: 'Njoftime',
    calendarTitle: 'Kalendar',
  },
  en: {
    title: 'Follow',
    lead: 'We write to you when something changes.',
    follow: 'Follow by e-mail',
    feed: 'Feed (Atom)',
    calendar: 'Calendar (iCalendar)',
    feedTitle: 'What is new',
    calendarTitle: 'Calendar',
  },
}
