import { documentUrls } from '#platform/documents/urls.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { formatDate, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { kindIn, textsIn as actTexts } from '../texts.ts'
import type { ActView } from './act-view.ts'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'
import { besideUrls } from './urls.ts'

type Props = { lang: Lang; view: ActView }

export const Facts = ({ lang, view }: Props) => {
  const t = textsIn(lang).facts
  const { act, topics, places, titleLang } = view
  const words = act.adoptedOn ? formatDate(lang, act.adoptedOn) : act.adoptedWords
  return (
    <Section id="te-dhenat" title={t.title}>
      <SummaryList
        rows={[
          ...row(t.number, act.number),
          ...row(t.kind, [kindIn(lang, act), natureOf(lang, view)].filter(Boolean).join(', ')),
          ...row(t.adopted, words),
          ...row(t.body, bodyOf(lang, view)),
          ...(act.restricted ? [] : originOf(lang, view)),
          ...row(t.announced, act.announcedOn && formatDate(lang, act.announcedOn)),
          ...row(t.english, titleLang === 'en' || act.titleEn === null ? null : act.titleEn),
          ...row(t.topics, topics.map(({ name }) => name).join(', ')),
          ...row(t.places, places.map(({ name }) => name).join(', ')),
          ...sourceOf(lang, view),
        ]}
      />
    </Section>
  )
}

const row = (key: string, value: string | null): SummaryRow[] => (value ? [{ key, value }] : [])

const natureOf = (lang: Lang, { act: { nature } }: ActView) => nature && actTexts(lang).natures[nature].toLowerCase()

const bodyOf = (lang: Lang, { act }: ActView): string | null =>
  lang === 'en' ? (act.bodyNameEn ?? act.bodyName) : act.bodyName

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Whence it came: who proposed it, the commission, the draft and the meeting. */
function originOf(lang: Lang, { act, matter }: ActView): SummaryRow[] {
  const t = textsIn(lang)
  const mayor = wordsOf(act.jurisdiction, lang).mayor
  const kind = act.proposerKind === 'mayor' ? capital(mayor) : act.proposerKind && t.proposers[act.proposerKind]
  const { paperId, paperTitle, paperLang, meetingSlug, meetingDay } = matter ?? {}
  return [
    ...row(t.facts.proposer, [kind, act.proposer].filter(Boolean).join(', ')),
    ...row(t.facts.commission, act.commissionName),
    ...(paperId && paperTitle
      ? [
          {
            key: t.facts.paper,
            value: (
              <a
                href={inLanguage(lang, besideUrls.paper(paperId))}
                lang={paperLang === lang ? undefined : (paperLang ?? undefined)}
              >
                {paperTitle}
              </a>
            ),
          },
        ]
      : []),
    ...(meetingSlug
      ? [
          {
            key: t.facts.meeting,
            value: (
              <a href={inLanguage(lang, besideUrls.meeting(meetingSlug))}>
                {meetingDay ? formatDate(lang, meetingDay) : t.facts.meeting}
              </a>
            ),
          },
        ]
      : []),
  ]
}

/** Of the archive: that it comes from there, and what its source is called. */
function sourceOf(lang: Lang, { act }: ActView): SummaryRow[] {
  const t = textsIn(lang).facts
  if (!act.history) return []
  const at = [act.source?.url, act.source?.link].find((one) => typeof one === 'string' && /^https?:\/\//.test(one))
  return [
    {
      key: t.source,
      value:
        typeof at === 'string' ? (
          <>
            {t.fromArchive}{' '}
            <a href={at} rel="nofollow">
              {new URL(at).hostname}
            </a>
          </>
        ) : (
          t.fromArchive
        ),
    },
  ]
}

/** What is annexed; the signed act stands above with its signatures. */
export const Files = ({ lang, view }: Props) => {
  const t = textsIn(lang).text
  const { act, text, signatures } = view
  const signed = new Set(signatures?.files.map(({ documentId }) => documentId))
  const files = view.files.filter(({ id }) => !signed.has(id))
  if (files.length === 0 && text.kind !== 'unreadable') return null
  return act.restricted ? null : (
    <Section id="skedaret" title={t.files}>
      {files.length === 0 ? (
        <p class="govuk-body">{t.noFiles}</p>
      ) : (
        <ul class="govuk-list">
          {files.map((one) => (
            <li>
              <a
                href={inLanguage(lang, documentUrls.one(one.id))}
                lang={one.ownLang === lang ? undefined : one.ownLang}
              >
                {one.title}
              </a>{' '}
              <span class="kv-quiet">
                {typeName(one.mediaType)}, {formatSize(lang, one.size)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
