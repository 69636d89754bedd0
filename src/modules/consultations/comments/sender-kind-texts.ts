import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { SenderKind } from './comment-rules.ts'

/** Whom a speaker belongs to, in the words of every form and list that names it. */
export const senderKindWords: InEveryLanguage<Record<SenderKind, string>> = {
  sq: {
    citizen: 'Qytetar',
    'civil-society': 'Organizatë e shoqërisë civile',
    business: 'Biznes ose shoqatë biznesi',
    academia: 'Universitet ose institut kërkimor',
    'local-government': 'Pushtet vendor',
    institution: 'Institucion publik',
    international: 'Organizatë ndërkombëtare',
    group: 'Grup qytetarësh ose organizatash',
    other: 'Tjetër',
  },
  en: {
    citizen: 'Citizen',
    'civil-society': 'Civil society organisation',
    business: 'Business or business association',
    academia: 'University or research institute',
    'local-government': 'Local government',
    institution: 'Public institution',
    international: 'International organisation',
    group: 'Group of citizens or organisations',
    other: 'Other',
  },
}
