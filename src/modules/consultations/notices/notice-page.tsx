import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { phaseTone } from '../phase-part.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { NoticeLines, NoticeView } from './notice-view.ts'
import { noticeUrls } from './urls.ts'

type Props = { page: PageContext; view: NoticeView; lines: NoticeLines }

/** The notice as the law asks for it, made of the record. */
export const NoticePage = ({ page, view, lines }: Props) => {
  const { lang } = page
  const t = textsIn(lang).notices
  const { consultation, said } = view
  const { slug } = consultation
  const kind = consultation.stage === 'preliminary' ? t.notice.priorTitle : t.notice.title
  const followed = selectionQuery({ ...EVERYTHING, matter: refOf(CONSULTATION_KIND, consultation.id) })
  const own = consultation.shownLang === lang ? undefined : consultation.shownLang
  return (
    <Layout
      page={page}
      title={`${kind}: ${consultation.title}`}
      canonical={noticeUrls.page(slug)}
      feeds={followed}
      back={{ href: inLanguage(lang, consultationUrls.one(slug)), label: t.notice.back }}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">
          {kind}. {t.notice.number(view.number)}
        </p>
        <h1 class="govuk-heading-xl" lang={own}>
          {consultation.title}
        </h1>
        <p>
          <Tag tone={phaseTone(view.phase)}>{textsIn(lang).phases[view.phase]}</Tag>
        </p>
      </header>
      <Lead page={page} view={view} />
      <Section title={t.notice.about} id="per-cfare">
        <Paragraphs words={consultation.summary} lang={own} />
      </Section>
      <Said title={t.notice.reasons} id="arsyet" words={said.reasons} />
      <Said title={t.notice.effect} id="pasojat" words={said.effect} />
      <Said title={t.stage.questions} id="pyetjet" words={said.questions} />
      <Section title={t.notice.deadline} id="afati">
        {lines.deadline.map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </Section>
      <How page={page} view={view} />
      <Meetings page={page} view={view} />
      <Official page={page} view={view} />
      <Posted page={page} view={view} lines={lines} />
      {lines.invited.length > 0 && (
        <Section title={t.notice.invited} id="te-ftuarit">
          <List items={lines.invited} />
        </Section>
      )}
      <ToTake page={page} view={view} />
      <FollowLinks lang={lang} query={followed} />
    </Layout>
  )
}

const Section = ({ title, id, children }: { title: string; id: string; children: Child }) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    {children}
  </section>
)

const Paragraphs = ({ words, lang }: { words: string; lang?: string | undefined }) => (
  <div lang={lang}>
    {words.split(/\n+/).map((line) => (
      <p class="govuk-body">{line}</p>
    ))}
  </div>
)

const Said = ({ title, id, words }: { title: string; id: string; words: string }) =>
  words === '' ? null : (
    <Section title={title} id={id}>
      <Paragraphs words={words} />
    </Section>
  )

const List = ({ items }: { items: readonly Child[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
)

type Part = Pick<Props, 'page' | 'view'>

/** Who leads, all of them first; and what it was called when it was published. */
const Lead = ({ page: { lang }, view: { names, institution, coLeaders } }: Part) => {
  const t = textsIn(lang).notices.notice
  return (
    <>
      <p class="govuk-body-l">
        <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{names.now}</a>
        {coLeaders.map((leader) => (
          <>
            {', '}
            {leader.partnerSlug ? (
              <a href={inLanguage(lang, `/i/${leader.partnerSlug}/`)}>{leader.name}</a>
            ) : (
              leader.name
            )}
            {leader.contactRole && <span class="kv-quiet"> ({leader.contactRole})</span>}
          </>
        ))}
      </p>
      {names.before !== names.now && <p class="govuk-body">{t.renamed(names.before, names.now)}</p>}
    </>
  )
}

const How = ({ page: { lang }, view: { consultation, url, institution } }: Part) => {
  const t = textsIn(lang).notices.notice
  const { contactEmail, legalBasis } = consultation
  return (
    <Section title={t.how} id="si-dergohen">
      <List
        items={[
          <>
            {t.online} <a href={url}>{url}</a>
          </>,
          <a href={`mailto:${contactEmail}`}>{t.byMail(contactEmail)}</a>,
          <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{t.byPaper}</a>,
        ]}
      />
      <p class="govuk-body">
        <strong>{capital(wordsOf(institution.jurisdiction, lang).consultationContact)}:</strong>{' '}
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
      <p class="govuk-body">
        <strong>{t.basis}:</strong>{' '}
        <span lang={consultation.lang === lang ? undefined : consultation.lang}>{legalBasis}</span>
      </p>
    </Section>
  )
}

const Meetings = ({ page: { lang }, view: { meetings } }: Part) => {
  const t = textsIn(lang).notices.notice
  return (
    <Section title={t.meetings} id="takimet">
      {meetings.length === 0 ? (
        <p class="govuk-body">{t.noMeetings}</p>
      ) : (
        <List
          items={meetings.map(({ title, href, day }) => (
            <>
              <a href={inLanguage(lang, href)}>{title}</a>
              {day && <>, {formatDate(lang, day)}</>}
            </>
          ))}
        />
      )}
    </Section>
  )
}

/** What stands in the state's register, and that it is missing or came later where it does. */
const Official = ({ page: { lang }, view: { consultation, posting, institution } }: Part) => {
  const t = textsIn(lang).notices.notice
  const { officialPostingUrl, officialPostedOn } = consultation
  const day = officialPostedOn ? formatDate(lang, officialPostedOn) : ''
  const words = { missing: t.officialMissing, late: t.officialLate(day), 'in-time': t.officialOn(day) }[posting]
  return (
    <Section title={t.official} id="regjistri">
      <p class="govuk-body">
        {words}{' '}
        {officialPostingUrl && (
          <a href={officialPostingUrl}>{wordsOf(institution.jurisdiction, lang).consultationRegister}</a>
        )}
      </p>
    </Section>
  )
}

const Posted = ({ page: { lang }, view: { postings, consultation }, lines }: Props) => {
  const t = textsIn(lang).notices.notice
  if (postings.length === 0) return null
  return (
    <Section title={t.postings} id="afishimet">
      <List
        items={postings.map(({ documentId, place }, n) => (
          <>
            {lines.postings[n]}
            {documentId && (
              <>
                {'. '}
                <a href={inLanguage(lang, consultationUrls.document(consultation.slug, documentId))}>
                  {t.photograph}
                  <span class="govuk-visually-hidden"> {t.photographOf(place)}</span>
                </a>
              </>
            )}
          </>
        ))}
      />
    </Section>
  )
}

/** The poster, and the words for a message. */
const ToTake = ({ page: { lang }, view: { consultation, plain } }: Part) => {
  const t = textsIn(lang).notices.notice
  const poster = inLanguage(lang, noticeUrls.poster(consultation.slug))
  return (
    <>
      <ul class="govuk-list">
        <li>
          <a href={poster}>{t.poster}</a>
        </li>
        <li>
          <a href={`${poster}?madhesia=a3`}>{t.posterLarge}</a>
        </li>
      </ul>
      <Section title={t.plain} id="mesazhi">
        <p class="kv-quiet" id="mesazhi-udhezim">
          {t.plainHint}
        </p>
        <blockquote class="govuk-inset-text">
          {plain.split('\n').map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </blockquote>
        <p class="govuk-body">
          <a href={inLanguage(lang, noticeUrls.words(consultation.slug))}>{t.plainFile}</a>
        </p>
      </Section>
    </>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
