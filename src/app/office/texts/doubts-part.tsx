import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { divisionName, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { roomTexts } from './texts.ts'
import type { TextView } from './text-view.ts'
import { textUrls } from './urls.ts'

type Props = { page: PageContext; view: TextView; maySettle: boolean }

/** What the reader was not sure of, each beside the words of the source. */
export const Doubts = ({ page, view, maySettle }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const open = view.doubts.filter((doubt) => doubt.settledAt === null)
  return (
    <section class="kv-doubts" aria-labelledby="dyshimet">
      <h2 class="govuk-heading-m" id="dyshimet">
        {t.doubtsTitle(open.length)}
      </h2>
      {open.length > 0 && <p class="govuk-body">{t.doubtsLead}</p>}
      {open.length > 0 && (
        <ol class="kv-doubts__list">
          {open.map((doubt) => (
            <li class="kv-doubt" id={`d-${doubt.id}`}>
              <h3 class="govuk-heading-s">{t.doubtReasons[doubt.reason] ?? doubt.reason}</h3>
              <blockquote class="kv-doubt__source">{doubt.source}</blockquote>
              <p class="kv-quiet">
                {doubt.where ? (
                  <a href={`#${doubt.where.id}`}>{t.doubtPlaced(nameOf(doubt.where, lang))}</a>
                ) : (
                  t.doubtAside
                )}
              </p>
              {maySettle && <Settle page={page} view={view} doubt={doubt} />}
            </li>
          ))}
        </ol>
      )}
      {maySettle && open.length > 1 && (
        <form method="post" action={inLanguage(lang, textUrls.doubts(view.holder, view.record.id))} data-submit-once>
          <Button kind="secondary">{t.doubtAllKeep}</Button>
        </form>
      )}
      <Remembered lang={lang} doubts={view.doubts.filter(({ remembered }) => remembered)} />
    </section>
  )
}

const Settle = ({ page: { lang }, view, doubt }: Omit<Props, 'maySettle'> & { doubt: TextView['doubts'][number] }) => {
  const t = roomTexts(lang)
  return (
    <form
      class="kv-doubt__settle"
      method="post"
      action={inLanguage(lang, textUrls.doubt(view.holder, view.record.id, doubt.id))}
    >
      <Button kind="secondary" name="vendimi" value="kept">
        {t.doubtKeep}
      </Button>
      {doubt.where && (
        <Button kind="secondary" name="vendimi" value="left-out">
          {t.doubtLeaveOut}
        </Button>
      )}
    </form>
  )
}

/** What nobody had to say twice, to be looked at again by whoever wishes. */
const Remembered = ({ lang, doubts }: { lang: Lang; doubts: TextView['doubts'] }) => {
  const t = roomTexts(lang)
  if (doubts.length === 0) return null
  return (
    <Details summary={t.doubtsRemembered(doubts.length)}>
      <ul class="govuk-list govuk-list--bullet">
        {doubts.map((doubt) => (
          <li>
            {t.doubtReasons[doubt.reason] ?? doubt.reason}: {t.doubtSettlements[doubt.settlement ?? ''] ?? ''}.{' '}
            <span class="kv-quiet">{[...doubt.source].slice(0, 160).join('')}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}

const nameOf = (node: ShownNode, lang: Lang): string =>
  node.kind === 'article'
    ? `${roomTexts(lang).article} ${node.label ?? ''}`
    : divisionName(node) || [...node.body].slice(0, 60).join('')
