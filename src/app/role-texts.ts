import type { Role } from '#platform/auth/visitor.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'
import { textsOf } from './account/account-texts.ts'

type Words = Partial<Record<Role, string>>

/** Posts that are called differently in Kosovo. Glossary: people and roles, the differences that matter in code. */
const KOSOVO: InEveryLanguage<Words> = {
  sq: {
    'council-chair': 'kryesuesi i kuvendit',
    'council-secretary': 'zyrtari i kuvendit',
    councillor: 'anëtari i kuvendit',
    clerk: 'zyrtari i arkivit',
    'consultation-coordinator': 'zyrtari përgjegjës për konsultim publik',
    'information-coordinator': 'zyrtari për qasje në dokumente publike',
    'data-protection-officer': 'zyrtari për mbrojtjen e të dhënave',
  },
  en: {
    'council-chair': 'chair of the assembly',
    'council-secretary': 'officer of the assembly',
    councillor: 'member of the assembly',
    clerk: 'archive officer',
    'consultation-coordinator': 'official responsible for public consultation',
    'information-coordinator': 'officer for access to public documents',
    'data-protection-officer': 'data protection officer',
  },
}

const MAYOR: Record<Jurisdiction, InEveryLanguage<string>> = {
  AL: { sq: 'kryetari i bashkisë', en: 'mayor' },
  XK: { sq: 'kryetari i komunës', en: 'mayor' },
}

/** Where a role is held; null: in the whole installation, or its place does not matter. */
export type RolePlace = { jurisdiction: Jurisdiction; kind?: string } | null

/** The role as the institution's own country calls it. */
export function roleName(lang: Lang, role: Role, place: RolePlace): string {
  if (role === 'head' && place?.kind === 'municipality') return MAYOR[place.jurisdiction][lang]
  const own = place?.jurisdiction === 'XK' ? KOSOVO[lang][role] : undefined
  return own ?? textsOf(lang).roles[role]
}
