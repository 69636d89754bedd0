import { splitLanguage } from '../i18n/language.ts'

const LONGEST = 500

/**
 * Where to go after signing in: a path of our own, without its language, or null. Whatever a browser could read as
 * another place is refused: `//host`, `/\host`, a scheme, and tabs or line ends, which browsers drop before they read.
 */
export function localPath(words: string | null | undefined): string | null {
  if (!words || words.length > LONGEST || !words.startsWith('/')) return null
  if (/[\\\s\p{Cc}]/u.test(words) || /^[^?#]*\/\//.test(words)) return null
  if (!URL.canParse(words, HERE)) return null
  const url = new URL(words, HERE)
  if (url.origin !== HERE || url.pathname.startsWith('//')) return null
  return splitLanguage(url.pathname).path + url.search
}

/** RFC 6761: a name that never is anybody's. */
const HERE = 'http://here.invalid'

/** The address of a page that leads on to `returnPath`, if there is one. */
export const withReturn = (page: string, returnPath: string | null): string =>
  returnPath === null ? page : `${page}?pastaj=${encodeURIComponent(returnPath)}`
