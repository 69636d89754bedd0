import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/shape.tsx'
import { councilUrls } from '../urls.ts'
import type { Elsewhere, PublicItem, PublicOpinion } from './agenda-queries.ts'
import { Files } from './files-part.tsx'
import type { MeetingView, ShownItem } from './meeting-view.ts'
import type { ItemState } from './public-rules.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; view: MeetingView }

const TONES: Record<ItemState, Tone> = {
  planned: 'plain',
  open: 'warning',
  done: 'done',
  withdrawn: 'stopped',
  postponed: 'paused',
  'sent-back': 'paused',
}

/** The items in their order, each with its papers, opinions, and how it stands. */
export const Agenda = ({ lang, view }: Part) => {
  const t = textsIn(lang)
  return (
    <section aria-labelledby="rendi-i-dites">
      <h2 class="govuk-heading-l" id="rendi-i-dites">
        {t.page.agenda}
      </h2>
      {view.items.length === 0 ? (
        <EmptyState>{t.page.noAgenda}</EmptyState>
      ) : (
        <ol class="kv-entries">
          {view.items.map((item) => (
            <li class="kv-entry" id={`pika-${item.id}`}>
              <Item lang={lang} view={view} item={item} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** What an item is called, and in which language. */
export function itemTitle(lang: Lang, item: Pick<PublicItem, 'title' | 'titleEn' | 'lang'>) {
  if (item.title === null) return { words: textsIn(lang).closedItem, mark: undefined }
  if (lang === 'en' && item.titleEn !== null) return { words: item.titleEn, mark: undefined }
  return { words: item.title, mark: item.lang === lang ? undefined : item.lang }
}

const Item = ({ lang, view, item }: Part & { item: ShownItem }) => {
  const t = textsIn(lang)
  const { words, mark } = itemTitle(lang, item)
  const state = t.itemStates[item.state]
  return (
    <>
      <h3 class="kv-entry__title">
        {item.label ?? `${item.ordinal}.`} <span lang={mark}>{words}</span>
      </h3>
      <p class="kv-entry__quiet">
        {[
          item.closed ? null : kindWords(lang, view, item),
          t.origins[item.origin],
          item.rapporteur ? `${t.page.rapporteur}: ${item.rapporteur}` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state !== '' && (
        <p class="kv-entry__state">
          <Tag tone={TONES[item.state]}>{state}</Tag>
          {item.sentBackTo && ` ${t.page.sentBackTo(item.sentBackTo)}`}
        </p>
      )}
      {item.closed ? <ClosedItem lang={lang} item={item} /> : <OpenItem lang={lang} view={view} item={item} />}
    </>
  )
}

const kindWords = (lang: Lang, { meeting }: MeetingView, { kind }: PublicItem): string => {
  const t = textsIn(lang)
  return kind === 'hearing' && meeting.jurisdiction === 'XK' ? t.hearingXk : t.itemKinds[kind]
}

const ClosedItem = ({ lang, item }: { lang: Lang; item: PublicItem }) => {
  const t = textsIn(lang).page
  return (
    <p class="govuk-body-s">
      {[
        t.closedItemSince,
        item.closedAskedBy ? t.askedBy(item.closedAskedBy) : null,
        item.closedReason ? t.ground(item.closedReason) : null,
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

const OpenItem = ({ lang, view, item }: Part & { item: ShownItem }) => {
  const t = textsIn(lang).page
  const { meeting } = view
  const isAhead = item.state === 'planned' && meeting.state === 'convened'
  return (
    <>
      {item.stateReason && <p class="govuk-body-s">{t.reason(item.stateReason)}</p>}
      {item.result && (
        <p class="govuk-body-s">
          {t.result}: {item.result}
        </p>
      )}
      {(item.hearingAt ?? item.speakerMinutes) !== null && (
        <p class="govuk-body-s">
          {[
            item.hearingAt && t.hearingAt(formatMoment(lang, item.hearingAt, meeting.zone)),
            item.speakerMinutes && t.speakerMinutes(item.speakerMinutes),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {item.kind === 'hearing' && isAhead && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, councilUrls.register(meeting.slug))}>{t.register}</a>
        </p>
      )}
      <Paper lang={lang} item={item} />
      <Files lang={lang} files={item.files} />
      <Opinions lang={lang} opinions={item.opinions} />
      {item.carriedFrom && <Way lang={lang} label={t.carriedFrom} to={item.carriedFrom} />}
      {item.carriedTo && <Way lang={lang} label={t.carriedTo} to={item.carriedTo} />}
    </>
  )
}

const Paper = ({ lang, item }: { lang: Lang; item: PublicItem }) => {
  const t = textsIn(lang).page
  if (item.paperId === null || item.paperTitle === null) return null
  const english = lang === 'en' && item.paperTitleEn !== null
  const words = english ? item.paperTitleEn : item.paperTitle
  return (
    <p class="govuk-body-s">
      {t.paper}:{' '}
      <a
        href={inLanguage(lang, councilUrls.paper(item.paperId))}
        lang={english || item.paperLang === lang || item.paperLang === null ? undefined : item.paperLang}
      >
        {[item.paperReference, words].filter(Boolean).join(' · ')}
      </a>
    </p>
  )
}

/** What commissions say, with their counts, and the meeting in which they said it. */
export const Opinions = ({ lang, opinions }: { lang: Lang; opinions: readonly PublicOpinion[] }) => {
  const t = textsIn(lang)
  if (opinions.length === 0) return null
  return (
    <ul class="govuk-list">
      {opinions.map((one) => (
        <li>
          <strong>{t.page.opinion(one.bodyName, t.stances[one.stance])}</strong>{' '}
          <span class="kv-quiet">
            {one.votesFor !== null && `${t.page.counts(one.votesFor, one.votesAgainst ?? 0, one.votesAbstain ?? 0)}, `}
            {one.slug === null ? (
              formatDate(lang, one.givenOn)
            ) : (
              <a href={inLanguage(lang, councilUrls.meeting(one.slug))}>{formatDate(lang, one.givenOn)}</a>
            )}
          </span>
          {one.words && <p class="govuk-body-s">{one.words}</p>}
        </li>
      ))}
    </ul>
  )
}

const Way = ({ lang, label, to }: { lang: Lang; label: string; to: Elsewhere }) => (
  <p class="govuk-body-s">
    {label}:{' '}
    <a href={inLanguage(lang, councilUrls.agendaItem(to.slug, to.itemId))}>
      {[to.bodyName, to.day && formatDate(lang, to.day)].filter(Boolean).join(', ')}
    </a>
  </p>
)
