import { formatDate } from '#platform/i18n/formats.ts'

type Facts = Readonly<Record<string, string>>

const until = ({ to }: Facts): string => (to ? ` Komentet pranohen deri më ${formatDate('sq', to)}.` : '')

/** What can happen to a consultation, as those who follow it read it. The English file is typed by this one. */
export const sq = {
  happenings: {
    published: (facts: Facts) => `U hap konsultimi publik.${until(facts)}`,
    'taken-in': () => 'Një konsultim i kaluar u shtua në regjistër.',
    cancelled: () => 'Konsultimi u anulua. Arsyeja gjendet në faqe.',
    corrected: () => 'U bë një korrigjim. Arsyeja gjendet në faqe.',
    extended: ({ from, to }: Facts) =>
      `Afati i komenteve u zgjat nga data ${formatDate('sq', from ?? '')} në datën ${formatDate('sq', to ?? '')}.`,
    moved: ({ from, to }: Facts) =>
      `Dita e fundit për komente u shty nga data ${formatDate('sq', from ?? '')} në datën ${formatDate('sq', to ?? '')}.`,
    closed: () => 'Afati i komenteve mbaroi.',
    redrafted: ({ version }: Facts) => `U publikua versioni ${version ?? ''} i tekstit.`,
    repeated: ({ number }: Facts) => `Konsultimi përsëritet, me numrin ${number ?? ''}.`,
    drafted: ({ number }: Facts) => `Projekti është në konsultim, me numrin ${number ?? ''}.`,
    answered: ({ count }: Facts) =>
      count === '1'
        ? 'U publikua një përgjigje ndaj komenteve.'
        : `U publikuan ${count ?? ''} përgjigje ndaj komenteve.`,
    'document-added': () => 'U shtua një dokument.',
    'document-removed': () => 'U hoq një dokument.',
    concluded: () => 'Konsultimi përfundoi. Raporti me të gjitha përgjigjet gjendet në faqe.',
    reopened: () => 'Konsultimi u rihap. Arsyeja gjendet në faqe.',
    'report-changed': ({ version }: Facts) => `U publikua versioni ${version ?? ''} i raportit të konsultimit.`,
    comment: ({ count }: Facts) => (count === '1' ? 'Një koment i ri.' : `${count ?? ''} komente të reja.`),
  },
  days: {
    opens: (title: string) => `Hapet konsultimi: ${title}`,
    closes: (title: string) => `Dita e fundit për komente: ${title}`,
    activity: (what: string, title: string) => `${what} (${title})`,
  },
}

export type FollowedTexts = typeof sq
export type ConsultationHappening = keyof typeof sq.happenings
