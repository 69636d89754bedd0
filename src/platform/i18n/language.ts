/** Languages of the interface. Albanian has no prefix in addresses, English stands under `/en`. */
export const LANGUAGES = ['sq', 'en'] as const
export type Lang = (typeof LANGUAGES)[number]

/** A page's texts: every language complete, or it does not compile. */
export type InEveryLanguage<T> = Record<Lang, T>

const ENGLISH = /^\/en(?=\/|$)/

/** Splits an address into its language and the path that the router knows. */
export function splitLanguage(pathname: string): { lang: Lang; path: string } {
  return ENGLISH.test(pathname)
    ? { lang: 'en', path: pathname.replace(ENGLISH, '') || '/' }
    : { lang: 'sq', path: pathname }
}

/**
 * The same place in a language. Takes and gives paths that begin with one slash: what follows two of them a browser takes
 * for another host, and the language switch of `/en//elsewhere.example` must not lead there.
 */
export function inLanguage(lang: Lang, address: string): string {
  const path = address.replace(/^\/{2,}/, '/')
  if (lang === 'sq') return path
  return path === '/' ? '/en' : `/en${path}`
}
