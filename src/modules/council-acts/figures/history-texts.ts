import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'

type Words = { kinds: Record<string, string>; fields: Record<string, string> }

const WORDS: InEveryLanguage<Words> = {
  sq: {
    kinds: { changed: 'U ndryshua', published: 'U publikua', linked: 'U lidh', unlinked: 'U hoq lidhja' },
    fields: { version: 'versioni', link: 'lidhja' },
  },
  en: {
    kinds: { changed: 'Changed', published: 'Published', linked: 'Linked', unlinked: 'Link removed' },
    fields: { version: 'version', link: 'link' },
  },
}

/** What the history says of the yearly reports and of the bonds to the plan. */
export const figureHistory = (lang: Lang): Words => WORDS[lang]
