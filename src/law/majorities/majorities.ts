import type { Jurisdiction, Words } from '../jurisdiction.ts'
import { article, articleNotSeen, L139_2015 } from '../rules/law-names.ts'
import { ACT_KINDS, type ActKind, type Fraction, type MajorityRule } from './majority.ts'

const MORE_THAN_HALF_OF_ALL: Fraction = { of: 'all-members', numerator: 1, denominator: 2, strict: true }

const NOT_SEEN: Words = {
  sq: 'Shumica për këtë nuk është parë në ligj: institucioni e vendos sipas rregullores së vet, me nenin.',
  en: 'The majority for this was not seen in the law: the institution sets it by its own rules, with the article.',
}

const BY_ALL_MEMBERS = {
  jurisdiction: 'AL',
  fraction: MORE_THAN_HALF_OF_ALL,
  law: 'L139/2015 (article not seen)',
  lawName: articleNotSeen(L139_2015),
  sources: ['bashkiakurbin.gov.al/?page_id=2950'],
  confidence: 'S',
} as const

const KNOWN: readonly MajorityRule[] = [
  {
    id: 'AL-COUNCIL-QUORUM',
    jurisdiction: 'AL',
    for: 'quorum',
    fraction: MORE_THAN_HALF_OF_ALL,
    law: 'L139/2015 Art 53',
    lawName: article(L139_2015, '53'),
    sources: ['bashkiadimal.gov.al/funksioni-i-keshillit-bashkiak/', 'bashkiamaliq.gov.al/funksionet-e-keshillit'],
    confidence: 'T',
    note: {
      sq: 'Më shumë se gjysma e të gjithë anëtarëve, veç kur është vendosur një shumicë tjetër.',
      en: 'More than half of all members unless another majority is set.',
    },
  },
  { ...BY_ALL_MEMBERS, id: 'AL-COUNCIL-BUDGET', for: 'budget' },
  { ...BY_ALL_MEMBERS, id: 'AL-COUNCIL-STAFF', for: 'staff-numbers' },
  { ...BY_ALL_MEMBERS, id: 'AL-COUNCIL-TAXES', for: 'taxes-and-fees' },
  {
    ...BY_ALL_MEMBERS,
    id: 'AL-COUNCIL-CLOSING-DOORS',
    for: 'closing-doors',
    fraction: { of: 'all-members', numerator: 3, denominator: 5, strict: false },
    sources: [
      'portavendore.al/hyrnebashki/mbledhjet-e-hapura-te-keshillit-bashkiak/',
      'bashkiakurbin.gov.al/?page_id=2950',
    ],
    note: {
      sq: 'E kërkon kryetari i bashkisë (sipas një burimi kryetari i këshillit) ose një e pesta e anëtarëve.',
      en: 'Asked for by the mayor (by one source the chair of the council) or by one fifth of the members.',
    },
  },
]

const named = (jurisdiction: Jurisdiction, kind: ActKind | 'quorum'): MajorityRule => ({
  id: `${jurisdiction}-COUNCIL-${kind.toUpperCase()}`,
  jurisdiction,
  for: kind,
  fraction: null,
  law: '',
  lawName: NOT_SEEN,
  sources: [],
  confidence: 'N',
})

/** Every kind of decision in both countries, those of which nothing was seen too: they say so. */
export const MAJORITIES: readonly MajorityRule[] = (['AL', 'XK'] as const).flatMap((jurisdiction) =>
  (['quorum', ...ACT_KINDS] as const).map(
    (kind) =>
      KNOWN.find((rule) => rule.jurisdiction === jurisdiction && rule.for === kind) ?? named(jurisdiction, kind),
  ),
)

export const majorityFor = (jurisdiction: Jurisdiction, kind: ActKind | 'quorum'): MajorityRule =>
  MAJORITIES.find((rule) => rule.jurisdiction === jurisdiction && rule.for === kind) ?? named(jurisdiction, kind)
