import type { InEveryLanguage } from '../i18n/language.ts'
import type { BondKind, LinkKind } from './link-rules.ts'

type Readings = Record<LinkKind | BondKind, { forth: string; back: string }>

/** `forth`: what the other end is, read on the record where the link begins; `back`: read on the record where it ends. */
export const linkWords: InEveryLanguage<Readings> = {
  sq: {
    about: { forth: 'Ka të bëjë me', back: 'Lidhet me këtë' },
    'planned-as': { forth: 'Akti i planifikuar', back: 'Konsultimi i këtij akti' },
    'plan-of': { forth: 'Plan për', back: 'Plani' },
    follows: { forth: 'Vijon pas', back: 'Vijohet nga' },
    input: { forth: 'U mbështet te', back: 'U përdor për' },
    result: { forth: 'Doli nga', back: 'Solli' },
    repeats: { forth: 'Përsërit', back: 'Përsëritet nga' },
    'adopted-from': { forth: 'U miratua nga projekti', back: 'U miratua si' },
    amends: { forth: 'Ndryshon', back: 'Ndryshohet nga' },
    repeals: { forth: 'Shfuqizon', back: 'Shfuqizohet nga' },
    'repeals-partly': { forth: 'Shfuqizon pjesërisht', back: 'Shfuqizohet pjesërisht nga' },
    replaces: { forth: 'Zëvendëson', back: 'Zëvendësohet nga' },
  },
  en: {
    about: { forth: 'Concerns', back: 'Linked with this' },
    'planned-as': { forth: 'Planned act', back: 'The consultation on it' },
    'plan-of': { forth: 'Plan for', back: 'Plan' },
    follows: { forth: 'Follows', back: 'Followed by' },
    input: { forth: 'Rests on', back: 'Was used for' },
    result: { forth: 'Came out of', back: 'Led to' },
    repeats: { forth: 'Repeats', back: 'Repeated by' },
    'adopted-from': { forth: 'Adopted from the draft', back: 'Adopted as' },
    amends: { forth: 'Amends', back: 'Amended by' },
    repeals: { forth: 'Repeals', back: 'Repealed by' },
    'repeals-partly': { forth: 'Repeals in part', back: 'Repealed in part by' },
    replaces: { forth: 'Replaces', back: 'Replaced by' },
  },
}
