import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { LinkButton } from '#ui/button.tsx'
import { councilUrls } from '../urls.ts'
import { Opinions } from './agenda-part.tsx'
import { Files } from './files-part.tsx'
import type { PackagePart, PackageView } from './package-view.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'

/** `bindable`: the files are not too many for one PDF. */
type Props = { page: PageContext; view: PackageView; bindable: boolean }

/** Everything that lies before the members, to read here or to take along. */
export const PackagePage = ({ page, view, bindable }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { meeting, title } = view
  const files = view.parts.flatMap((part) => part.files)
  return (
    <Layout
      page={page}
      title={t.package.title(title)}
      canonical={councilUrls.package(meeting.slug)}
      back={{ href: inLanguage(lang, councilUrls.meeting(meeting.slug)), label: t.package.back }}
    >
      <h1 class="govuk-heading-xl">{t.package.title(title)}</h1>
      <p class="govuk-body-l">{t.package.lead}</p>
      <p>
        {bindable && (
          <LinkButton href={inLanguage(lang, publicUrls.packagePdf(meeting.slug))}>{t.package.pdf}</LinkButton>
        )}{' '}
        <LinkButton kind="secondary" href={inLanguage(lang, publicUrls.packageZip(meeting.slug))}>
          {t.package.zip}
        </LinkButton>
      </p>
      {!bindable && <p class="govuk-body">{t.package.tooLarge(formatSize(lang, view.size))}</p>}
      {files.length > 0 && <p class="kv-quiet">{`${t.package.files(files.length)}, ${formatSize(lang, view.size)}`}</p>}
      <section aria-labelledby="ndryshimet">
        <h2 class="govuk-heading-l" id="ndryshimet">
          {t.page.changes}
        </h2>
        {view.changes.length === 0 ? (
          <EmptyState>{t.package.changesNone}</EmptyState>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {view.changes.map(({ at, words }) => (
              <li>
                <time datetime={at.toISOString()}>{formatMoment(lang, at, meeting.zone)}</time>: {words}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="permbledhja">
        <h2 class="govuk-heading-l" id="permbledhja">
          {t.package.contents}
        </h2>
        {view.parts.map((part) => (
          <Part lang={lang} part={part} />
        ))}
      </section>
    </Layout>
  )
}

const Part = ({ lang, part: { heading, mark, item, documents } }: { lang: Lang; part: PackagePart }) => {
  const t = textsIn(lang)
  const ground = item?.closed
    ? [
        t.page.closedItemSince,
        item.closedAskedBy && t.page.askedBy(item.closedAskedBy),
        item.closedReason && t.page.ground(item.closedReason),
      ]
    : []
  return (
    <section>
      <h3 class="govuk-heading-m" lang={mark}>
        {heading}
      </h3>
      {item?.closed && <p class="govuk-body">{ground.filter(Boolean).join(' ')}</p>}
      {item?.rapporteur && (
        <p class="govuk-body-s">
          {t.page.rapporteur}: {item.rapporteur}
        </p>
      )}
      {item && <Opinions lang={lang} opinions={item.opinions} />}
      {documents.length === 0 && !item?.closed ? (
        <p class="kv-quiet">{t.package.none}</p>
      ) : (
        <Files lang={lang} files={documents} />
      )}
    </section>
  )
}
