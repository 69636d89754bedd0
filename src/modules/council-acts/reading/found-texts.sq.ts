import { formatDate } from '#platform/i18n/formats.ts'

type Facts = Readonly<Record<string, string>>

const day = (on: string | undefined, words: (on: string) => string, plain: string): string =>
  on ? words(formatDate('sq', on)) : plain

/** How acts are found and followed. */
export const foundSq = {
  act: { one: 'akt', many: 'akte' },
  article: { one: 'nen akti', many: 'nene aktesh' },
  states: {
    'in-force': 'Në fuqi',
    'not-yet': 'Ende jo në fuqi',
    repealed: 'I shfuqizuar',
    suspended: 'I pezulluar',
    'not-known': 'Nuk dihet nëse është në fuqi',
    numbered: 'I numëruar, ende i pashpallur',
    never: 'Nuk ka hyrë në fuqi',
  },
  happenings: {
    numbered: ({ number }: Facts): string => (number ? `Akti mori numrin ${number}.` : 'Akti mori numrin.'),
    announced: ({ day: on }: Facts): string => day(on, (words) => `Akti u shpall më ${words}.`, 'Akti u shpall.'),
    posted: (): string => 'Akti u afishua.',
    transmitted: (): string => 'Akti u dërgua për ligjshmëri.',
    registered: (): string => 'Akti u regjistrua te organi i ligjshmërisë.',
    conform: (): string => 'Akti u gjet i ligjshëm.',
    returned: (): string => 'Akti u kthye me arsye nga organi i ligjshmërisë.',
    're-examined': (): string => 'Akti u rishqyrtua dhe u dërgua përsëri.',
    'sent-to-court': (): string => 'Akti u dërgua në gjykatë.',
    upheld: (): string => 'Gjykata e la aktin në fuqi.',
    annulled: (): string => 'Gjykata e shfuqizoi aktin.',
    'in-force': ({ day: on }: Facts): string =>
      day(on, (words) => `Akti hyri në fuqi më ${words}.`, 'Akti hyri në fuqi.'),
    suspended: ({ day: on }: Facts): string => day(on, (words) => `Akti u pezullua nga ${words}.`, 'Akti u pezullua.'),
    resumed: (): string => 'Akti vazhdoi të zbatohet.',
    changed: ({ day: on }: Facts): string => day(on, (words) => `Akti u ndryshua nga ${words}.`, 'Akti u ndryshua.'),
    repealed: ({ day: on }: Facts): string => day(on, (words) => `Akti u shfuqizua nga ${words}.`, 'Akti u shfuqizua.'),
    consolidated: (): string => 'U botua teksti i përditësuar i aktit.',
    corrected: (): string => 'U korrigjua akti i botuar.',
    void: (): string => 'U anulua numri i aktit.',
    'returned-by-mayor': (): string => 'Akti u kthye për rishqyrtim nga kryetari.',
    reconsidered: (): string => 'Akti u rishqyrtua.',
    notified: (): string => 'Akti u njoftua.',
    signed: (): string => 'Akti u nënshkrua.',
    'not-needed': (): string => 'U vendos të mos dërgohet akti për ligjshmëri.',
    'transmittal-withdrawn': (): string => 'U tërhoq dërgesa e aktit për ligjshmëri.',
    'verdict-corrected': (): string => 'U korrigjua shënimi i ligjshmërisë.',
  },
  days: {
    from: (name: string): string => `${name} hyn në fuqi`,
    to: (name: string): string => `${name} nuk zbatohet më`,
  },
}

export type FoundTexts = typeof foundSq
