const SANS = 'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin'
const SERIF = 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin'

/**
 * The fonts and where they come from. The first three have every letter of Albanian and English (53 kB together). The
 * `ext` ones hold the further Latin letters of Serbian, Turkish and their neighbours (styles/fonts/README.md), and a
 * browser fetches them only where such a letter stands on the page.
 */
export const FONTS: Record<string, string> = {
  'sans-400.woff2': `${SANS}-400-normal.woff2`,
  'sans-600.woff2': `${SANS}-600-normal.woff2`,
  'serif-600.woff2': `${SERIF}-600-normal.woff2`,
  'sans-ext-400.woff2': 'styles/fonts/sans-ext-400.woff2',
  'sans-ext-600.woff2': 'styles/fonts/sans-ext-600.woff2',
  'serif-ext-600.woff2': 'styles/fonts/serif-ext-600.woff2',
}
