import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { comparisonOf, type CommentPlace } from './comment-place-rules.ts'

type Props = { lang: Lang; slug: string; place: CommentPlace | undefined; madeLabel: string | null }

/** On which version a comment was made, and where what it speaks about stands in the newest. */
export const PlaceLine = ({ lang, slug, place, madeLabel }: Props) => {
  if (!place) return null
  const t = textsIn(lang).places
  return (
    <p class="kv-comment__place">
      {t.made(place.madeIn, madeLabel ?? '')} {t.standing[place.standing](place.newest, place.label ?? '')}{' '}
      {!UNCHANGED.includes(place.standing) && (
        <a href={inLanguage(lang, comparisonOf(consultationUrls.one(slug), place))}>{t.whatChanged}</a>
      )}
    </p>
  )
}

const UNCHANGED: readonly CommentPlace['standing'][] = ['same', 'renumbered', 'awaited']
