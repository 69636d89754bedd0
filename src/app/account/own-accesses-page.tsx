import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { accountUrls } from './account-urls.ts'
import type { OwnAccessesView } from './own-accesses-view.ts'
import { peopleTextsOf } from './people-texts.ts'

const ZONE = 'Europe/Tirane'

type Props = { page: PageContext; view: OwnAccessesView; status: string | null }

/** What citizens read about those who read about them. */
export const OwnAccessesPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = peopleTextsOf(lang).accesses
  const list = inLanguage(lang, accountUrls.accesses())
  return (
    <Layout
      page={page}
      title={t.title}
      status={status}
      robots="noindex"
      back={{ href: inLanguage(lang, accountUrls.account), label: t.back }}
    >
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {view.accesses.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Rows page={page} view={view} />}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: t.older } : null}
        newer={view.isFirst ? null : { href: list, label: t.newest }}
      />
      <h2>{t.letters}</h2>
      <p>
        {t.lettersLead} {view.letters ? t.on : t.off}
      </p>
      <form method="post" action={list}>
        <Button kind="secondary" name="njoftimi" value={view.letters ? 'jo' : 'po'}>
          {view.letters ? t.turnOff : t.turnOn}
        </Button>
      </form>
    </Layout>
  )
}

const Rows = ({ page: { lang }, view }: Omit<Props, 'status'>) => {
  const t = peopleTextsOf(lang).accesses
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[t.when, t.where, t.who, t.what, t.which].map((label) => ({ label }))}
      rows={view.accesses.map((access) => [
        formatMoment(lang, access.at, ZONE),
        access.institution ?? '',
        access.post ?? t.official,
        t.how[access.what] ?? access.what,
        access.href ? <a href={inLanguage(lang, access.href)}>{access.record}</a> : (access.record ?? t.gone),
      ])}
    />
  )
}
