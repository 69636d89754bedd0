import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import type { PublishedConsultation } from './consultation-queries.ts'
import { effectUrls } from './effects/urls.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

type Props = {
  lang: Lang
  consultation: Pick<PublishedConsultation, 'slug' | 'zone' | 'textVersion' | 'textPublishedAt' | 'textEarlier'>
  /** On the page of an article: what changed in it, and its lasting address. */
  nodeId?: string
}

/** Which version of the text this is, when it was published, and what changed since the one before. */
export const VersionLine = ({ lang, consultation, nodeId }: Props) => {
  const { slug, zone, textVersion, textPublishedAt, textEarlier } = consultation
  if (textVersion === null || textPublishedAt === null) return null
  const t = textsIn(lang).textVersions
  const record = consultationUrls.one(slug)
  return (
    <p class="kv-version-line">
      {t.shown(textVersion, formatDay(lang, textPublishedAt, zone))}{' '}
      {textEarlier !== null && (
        <>
          <a
            href={inLanguage(
              lang,
              versionUrls.comparison(record, { later: textVersion, earlier: textEarlier, node: nodeId }),
            )}
          >
            {t.whatChanged}
          </a>
          {' · '}
          <a href={inLanguage(lang, effectUrls.public(slug))}>{textsIn(lang).effects.becauseOfComments}</a>
          {' · '}
        </>
      )}
      <a href={inLanguage(lang, versionUrls.list(record))}>{textEarlier === null ? t.one : t.all}</a>
      {nodeId !== undefined && (
        <>
          {' · '}
          <a href={inLanguage(lang, versionUrls.article(record, textVersion, nodeId))}>{t.permanent}</a>
        </>
      )}
    </p>
  )
}
