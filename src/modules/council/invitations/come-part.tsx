import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { councilUrls } from '../urls.ts'
import type { ComeView } from './come-view.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; come: ComeView | null; slug: string; zone: string }

/** On the page of a meeting: that people may register, until when, and whether every seat is taken. */
export const HowToCome = ({ lang, come, slug, zone }: Props) => {
  const t = textsIn(lang).come
  if (come === null) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">
        {t.kinds[come.kind]} {come.until && t.until(formatMoment(lang, come.until, zone))} {come.full && t.full}
      </p>
      <LinkButton kind="secondary" href={inLanguage(lang, councilUrls.register(slug))}>
        {come.full ? t.wait : t.register}
      </LinkButton>
    </section>
  )
}
