import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { InstitutionSummary } from '../institutions/institution-rules.ts'

export type MenuEntry = {
  href: string
  label: InEveryLanguage<string>
  /** The word on the own site of an institution of Kosovo, where it is another. */
  inKosovo?: InEveryLanguage<string>
  /** Other addresses whose pages belong to the entry. */
  also?: readonly string[]
}

/** The main menus, joined in `app/` from the doors of the modules: a page knows of no module but its own. */
export type Menu = { public: readonly MenuEntry[]; office: readonly MenuEntry[] }

export const NO_MENU: Menu = { public: [], office: [] }

/** All that the frame around every page needs to know. */
export type PageContext = {
  lang: Lang
  /** Address without language prefix, with its query: what the language switch turns over. */
  path: string
  /** Public address of the installation, for canonical links and print. */
  url: string
  demo: boolean
  /** When the page is made. */
  now: Date
  /** Who is signed in, as the header names them; their roles, so that a page offers no way that is closed to them. */
  visitor: { name: string; office: boolean; roles?: readonly string[] } | null
  /** Whose page this is; null on pages of the whole installation. */
  institution: InstitutionSummary | null
  menu: Menu
}
