import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { Effect } from './effects-view.ts'

/** Beside an answer, or a comment that has one: the places of the text that changed because of it. */
export const Effects = ({ lang, effects }: { lang: Lang; effects: readonly Effect[] | undefined }) => {
  if (!effects || effects.length === 0) return null
  const t = textsIn(lang).effects
  return (
    <p class="kv-effects">
      {t.changed}:{' '}
      {effects.map(({ words, href, change, versionN }, at) => (
        <>
          {at > 0 && '; '}
          <a href={inLanguage(lang, href)}>{t.changedPlace(words, t.changes[change], versionN)}</a>
        </>
      ))}
    </p>
  )
}
