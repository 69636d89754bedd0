import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { TakedownGround } from './takedown-rules.ts'

const sq = {
  grounds: {
    'personal-data': 'përmban të dhëna personale',
    unlawful: 'përmban diçka që ligji e ndalon',
    'court-order': 'vendim i gjykatës ose i një autoriteti',
    'published-by-mistake': 'u publikua gabimisht',
  } satisfies Record<TakedownGround, string>,
  document: 'Dokument',
  stone: {
    title: 'U hoq nga publiku',
    what: (name: string, institution: string, date: string) => `${name}: hequr nga ${institution} më ${date}.`,
    ground: 'Arsyeja',
    when: 'Hequr më',
    withdrawn: 'Institucioni e tërhoqi',
    who: 'Institucioni',
    record: 'Çfarë',
    words: 'Ajo që ishte këtu nuk shfaqet më. Adresa dhe numri mbeten, që të dihet se diçka u hoq dhe pse.',
    ask: 'Për sqarime drejtojuni institucionit:',
  },
}

type TakedownTexts = typeof sq

const en: TakedownTexts = {
  grounds: {
    'personal-data': 'it holds personal data',
    unlawful: 'it holds something that the law forbids',
    'court-order': 'an order of a court or of an authority',
    'published-by-mistake': 'it was published by mistake',
  },
  document: 'Document',
  stone: {
    title: 'Taken away from the public',
    what: (name, institution, date) => `${name}: taken away by ${institution} on ${date}.`,
    ground: 'Reason',
    when: 'Taken away on',
    withdrawn: 'Withdrawn by the institution',
    who: 'Institution',
    record: 'What',
    words:
      'What stood here is not shown any more. The address and the number stay, so that everyone knows that something was taken away, and why.',
    ask: 'For questions write to the institution:',
  },
}

const TEXTS: InEveryLanguage<TakedownTexts> = { sq, en }

export const takedownTextsIn = (lang: Lang): TakedownTexts => TEXTS[lang]
