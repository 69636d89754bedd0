import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { CopyWords } from '#ui/copy-words.tsx'
import { Details } from '#ui/details.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import type { Tone } from '#ui/shape.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Force } from '../act-rules.ts'
import { textsIn as actTexts } from '../texts.ts'
import { LegalityPart } from '../review/legality-part.tsx'
import { SignatureReportPart } from '../signing/signature-report-part.tsx'
import { actUrls } from '../urls.ts'
import type { ActBase } from './act-base-view.ts'
import type { ActView } from './act-view.ts'
import { Because } from './because-part.tsx'
import { Facts, Files } from './facts-part.tsx'
import { ForceBox } from './force-part.tsx'
import { Relations } from './relations-part.tsx'
import { Section } from './section-part.tsx'
import { Amendments, Postings, Returns, Story } from './story-part.tsx'
import { Text } from './text-part.tsx'
import { textsIn } from './texts.ts'
import { readingUrls } from './urls.ts'
import { Vote } from './vote-part.tsx'

/** `line`: how it stands, in one line, for whoever is passed the link. */
type Props = { page: PageContext; view: ActView; line: string }

/** One act: whether it holds, who voted how, its words, and what changed it since. */
export const ActPage = ({ page, view, line }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { act, institution, name, title } = view
  const followed = selectionQuery({ ...EVERYTHING, matter: act.subject })
  return (
    <Layout
      page={page}
      title={`${name}: ${title}`}
      canonical={actUrls.act(act.slug)}
      jsonHref={actUrls.actData(act.slug)}
      feeds={followed}
      share={{ text: t.share.words(name, title, institution.name, line), picture: readingUrls.picture(act.slug) }}
    >
      <Way lang={lang} view={view} />
      <Head lang={lang} view={view} />
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <ForceBox lang={lang} view={view} />
          <FollowLinks lang={lang} query={followed} />
        </div>
        <div class="kv-matter__main">
          <Notes lang={lang} view={view} />
          {act.summary && <Summary lang={lang} view={view} />}
          <Vote lang={lang} view={view} />
          <Relations lang={lang} view={view} />
          <Text lang={lang} view={view} />
        </div>
      </div>
      {view.signatures && <SignatureReportPart lang={lang} view={view.signatures} />}
      <Files lang={lang} view={view} />
      <Amendments lang={lang} view={view} />
      <Because lang={lang} effects={view.because} lead={t.becauseLead} />
      <Returns lang={lang} view={view} />
      <Facts lang={lang} view={view} />
      <Legality lang={lang} view={view} />
      <Postings lang={lang} view={view} />
      <Story lang={lang} view={view} />
      <MatterThread lang={lang} thread={view.thread} today={view.today} />
      <Share page={page} view={view} line={line} />
      <p class="govuk-body-s">
        <a href={actUrls.actData(act.slug)}>{t.data}</a>
        {' · '}
        <a href={versionUrls.linkedData(actUrls.act(act.slug))}>{t.linkedData}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

type Part = { lang: Lang; view: ActView }

/** To the register, of its institution alone. */
export const Way = ({ lang, view, whole }: { lang: Lang; view: ActBase; whole?: boolean }) => {
  const t = textsIn(lang)
  const { act, institution, name } = view
  return (
    <Breadcrumbs
      label={t.way}
      items={[
        { href: inLanguage(lang, `/i/${institution.slug}/`), label: institution.name },
        { href: `${inLanguage(lang, actUrls.register())}?institucioni=${institution.slug}`, label: t.list },
        ...(whole ? [{ href: inLanguage(lang, actUrls.act(act.slug)), label: name }] : []),
      ]}
    />
  )
}

const TONES: Record<Force, Tone> = {
  'in-force': 'done',
  'not-yet': 'plain',
  repealed: 'stopped',
  suspended: 'paused',
  'not-known': 'plain',
  never: 'stopped',
}

const Head = ({ lang, view }: Part) => {
  const t = textsIn(lang)
  const words = actTexts(lang)
  const { act, name, title, titleLang, force } = view
  const body = lang === 'en' ? (act.bodyNameEn ?? act.bodyName) : act.bodyName
  const about = [
    name,
    body && t.adoptedBy(body),
    act.adoptedOn ? t.onDay(act.adoptedOn) : act.adoptedWords,
    act.history && t.ofArchive,
  ]
  return (
    <header class="kv-matter">
      <p class="kv-matter__kind">{about.filter(Boolean).join(', ')}</p>
      <h1 class="govuk-heading-xl" lang={titleLang === lang ? undefined : titleLang}>
        {title}
      </h1>
      <p>
        {act.state === 'announced' ? (
          <Tag tone={TONES[force]}>{words.forces[force]}</Tag>
        ) : (
          <Tag tone={act.state === 'void' ? 'stopped' : 'plain'}>{words.states[act.state]}</Tag>
        )}
      </p>
    </header>
  )
}

/** What has to be known before anything else: an act with personal data, or a number that was taken back. */
const Notes = ({ lang, view: { act } }: Part) => {
  const t = textsIn(lang)
  return (
    <>
      {act.state === 'void' && (
        <Inset>
          <p>
            <strong>{t.void.title}</strong>
          </p>
          <p>{t.void.lead}</p>
          {act.voidReason && <p>{t.void.reason(act.voidReason)}</p>}
        </Inset>
      )}
      {act.restricted && (
        <Inset>
          <p>
            <strong>{t.restricted.title}</strong>
          </p>
          <p>{t.restricted.lead}</p>
          {act.restrictedGround && <p>{t.restricted.ground(act.restrictedGround)}</p>}
        </Inset>
      )}
    </>
  )
}

const Legality = ({ lang, view: { legality, act } }: Part) =>
  legality === null || act.state !== 'announced' || (act.history && legality.act.legality === 'none') ? null : (
    <Section id="ligjshmeria" title={textsIn(lang).facts.legality}>
      <LegalityPart lang={lang} view={legality} />
    </Section>
  )

const Summary = ({ lang, view: { act } }: Part) => (
  <div class="kv-summary" lang={act.lang === lang ? undefined : act.lang}>
    {(act.summary ?? '').split(/\n+/).map((words) => (
      <p class="govuk-body">{words}</p>
    ))}
  </div>
)

/** Words to paste where people talk; the picture beside the link comes by itself. */
const Share = ({ page, view, line }: Props) => {
  const { lang, url } = page
  const t = textsIn(lang).share
  const address = url + inLanguage(lang, actUrls.act(view.act.slug))
  return (
    <Details summary={t.title}>
      <p class="govuk-body-s">{t.lead}</p>
      <CopyWords
        id="per-te-derguar"
        words={`${t.words(view.name, view.title, view.institution.name, line)} ${address}`}
        label={t.copy}
        named={t.named}
        copied={t.copied}
      />
    </Details>
  )
}
