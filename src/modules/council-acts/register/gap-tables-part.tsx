import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { textsIn as actTextsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import type { NumberedAct } from './gap-queries.ts'
import { rangeWords } from './gap-rules.ts'
import type { ChosenGaps } from './gaps-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; chosen: ChosenGaps }

/** A row of numbers by its name: one for all acts, or that of a kind. */
export function seriesWords(lang: Lang, series: string): string {
  const kinds: Record<string, string> = actTextsIn(lang).kinds
  return series === '' ? textsIn(lang).gaps.oneSeries : (kinds[series] ?? series)
}

/** Ranges, not single numbers; each with what the institution says about it. */
export const MissingNumbers = ({ lang, chosen }: Part) => {
  const t = textsIn(lang).gaps
  const { gaps, institution, taken } = chosen
  const many = gaps.some(({ series }) => series !== '')
  return (
    <section aria-labelledby="mungojne">
      <h2 class="govuk-heading-l" id="mungojne">
        {t.missingTitle}
      </h2>
      {gaps.length === 0 ? (
        <p class="govuk-body">{t.noGaps}</p>
      ) : (
        <DataTable
          caption={t.captionMissing}
          captionHidden
          firstColumnHeader
          head={[
            { label: t.headNumbers, tight: true },
            ...(many ? [{ label: t.headSeries }] : []),
            { label: t.headCount, numeric: true },
            { label: t.headSaid },
          ]}
          rows={gaps.map((gap) => [
            `${rangeWords(gap)} / ${gap.year}`,
            ...(many ? [seriesWords(lang, gap.series)] : []),
            formatNumber(gap.last - gap.first + 1),
            gap.notes.length === 0 ? (
              <span class="kv-quiet">{t.nothingSaid}</span>
            ) : (
              gap.notes.map((note) => (
                <p class="govuk-body" lang={lang === 'sq' ? undefined : 'sq'}>
                  {gap.notes.length > 1 && `${rangeWords({ first: note.serial, last: note.until ?? note.serial })}: `}
                  {t.saidOn(note.words, formatDay(lang, note.changedAt, institution.zone))}
                </p>
              ))
            ),
          ])}
        />
      )}
      <p class="kv-quiet">{t.fromArchive}</p>
      {taken.length > 0 && (
        <>
          <h3 class="govuk-heading-m">{t.takenTitle}</h3>
          <p class="govuk-body">{t.takenLead}</p>
          <ul class="govuk-list">
            {taken.map(({ first, year }) => (
              <li>{`${first}/${year}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const ActLink = ({ lang, act }: { lang: Lang; act: Pick<NumberedAct, 'slug' | 'title' | 'lang'> }) => (
  <a href={inLanguage(lang, actUrls.act(act.slug))} lang={act.lang === lang ? undefined : act.lang}>
    {act.title}
  </a>
)

export const DoubleNumbers = ({ lang, chosen: { doubles } }: Part) => {
  const t = textsIn(lang).gaps
  return (
    <section aria-labelledby="te-dyfishte">
      <h2 class="govuk-heading-l" id="te-dyfishte">
        {t.doubleTitle}
      </h2>
      {doubles.length === 0 ? (
        <p class="govuk-body">{t.noDouble}</p>
      ) : (
        <>
          <p class="govuk-body">{t.doubleLead}</p>
          <ul class="govuk-list">
            {doubles.map((acts) => (
              <li>
                <strong>{acts[0]?.number}</strong>
                <ul class="govuk-list govuk-list--bullet">
                  {acts.map((act) => (
                    <li>
                      <ActLink lang={lang} act={act} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export const VoidNumbers = ({ lang, chosen: { voids } }: Part) => {
  const t = textsIn(lang).gaps
  return (
    <section aria-labelledby="te-anuluar">
      <h2 class="govuk-heading-l" id="te-anuluar">
        {t.voidTitle}
      </h2>
      {voids.length === 0 ? (
        <p class="govuk-body">{t.noVoid}</p>
      ) : (
        <ul class="govuk-list">
          {voids.map((act) => (
            <li>
              <a href={inLanguage(lang, actUrls.act(act.slug))}>{act.number}</a>: {act.voidReason}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const LateActs = ({ lang, chosen: { late } }: Part) => {
  const t = textsIn(lang).gaps
  return (
    <section aria-labelledby="me-vonese">
      <h2 class="govuk-heading-l" id="me-vonese">
        {t.lateTitle}
      </h2>
      <p class="govuk-body">{t.lateLead}</p>
      {late.length === 0 ? (
        <p class="govuk-body">{t.noLate}</p>
      ) : (
        <DataTable
          caption={t.captionLate}
          captionHidden
          firstColumnHeader
          head={[
            { label: textsIn(lang).heads.number, tight: true },
            { label: t.headAct },
            { label: t.headBy },
            { label: t.headOn },
            { label: t.headDays, numeric: true },
          ]}
          rows={late.map((act) => [
            act.number ?? textsIn(lang).noNumber,
            <ActLink lang={lang} act={act} />,
            formatDate(lang, act.announceBy),
            act.announcedOn === null ? t.notYet : formatDate(lang, act.announcedOn),
            formatNumber(act.days),
          ])}
        />
      )}
    </section>
  )
}
