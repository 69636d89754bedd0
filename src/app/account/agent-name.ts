import type { AccountTexts } from './account-texts.sq.ts'

/** Order matters: most browsers also claim to be those further down. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** Enough of a browser's own words for its owner to know it again; a guess, never used to decide anything. */
export function agentName(texts: AccountTexts['account'], agent: string): string {
  const browser = BROWSERS.find(([shape]) => shape.test(agent))?.[1]
  const system = SYSTEMS.find(([shape]) => shape.test(agent))?.[1]
  if (browser && system) return texts.on(browser, system)
  return browser ?? system ?? texts.unknownDevice
}
