import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Tombstone } from '#platform/takedowns/find-tombstone.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** In place of what was taken away: that it was there, since when it is gone, and why. No trace of it. */
export const TombstonePage = ({ page, stone }: { page: PageContext; stone: Tombstone }) => {
  const { lang } = page
  const { stone: t, grounds } = takedownTextsIn(lang)
  const { institution } = stone
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1>{t.title}</h1>
      <SummaryList
        rows={[
          { key: t.record, value: stone.name },
          { key: t.who, value: institution.name },
          { key: t.when, value: formatDay(lang, stone.at, institution.zone) },
          { key: t.ground, value: stone.ground === 'withdrawn' ? t.withdrawn : grounds[stone.ground] },
        ]}
      />
      <p>{t.words}</p>
      <p>
        {t.ask} <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
      </p>
    </Layout>
  )
}
