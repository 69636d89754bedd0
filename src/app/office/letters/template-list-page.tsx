import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from './letters-texts.ts'
import type { TemplateListView } from './template-view.ts'
import { letterUrls } from './urls.ts'

type Props = { page: PageContext; view: TemplateListView; status: string | null }

/** Templates of the institution, those that come with the program, and the rule of the two people. */
export const TemplateListPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { columns } = t.templates
  const governs = view.governed.length > 0
  return (
    <Layout
      page={page}
      title={t.templates.title}
      office
      robots="noindex"
      status={status}
      back={{ href: inLanguage(lang, letterUrls.list()), label: t.letter.back }}
    >
      <h1>{t.templates.title}</h1>
      <p>{t.templates.lead}</p>
      {governs && <LinkButton href={inLanguage(lang, letterUrls.newTemplate())}>{t.templates.fresh}</LinkButton>}
      <h2>{t.templates.own}</h2>
      {view.templates.length === 0 ? (
        <EmptyState>{t.templates.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.templates.own}
          captionHidden
          firstColumnHeader
          head={[columns.name, columns.kind, columns.institution, columns.version].map((label) => ({ label }))}
          rows={view.templates.map((one) => [
            <a href={inLanguage(lang, letterUrls.template(one.id))}>{one.name}</a>,
            t.kinds[one.kind],
            one.institutionName,
            t.templates.version(one.version),
          ])}
        />
      )}
      <h2>{t.templates.shared}</h2>
      <ul class="govuk-list">
        {view.kinds.map((kind) => (
          <li>
            {t.kinds[kind]}
            {governs && (
              <>
                {' · '}
                <a href={`${inLanguage(lang, letterUrls.newTemplate())}?lloji=${kind}`}>
                  {t.templates.freshFrom(t.kinds[kind])}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {view.governed.map((one, index) => (
        <TwoPeople page={page} {...one} id={`dy-${index + 1}`} />
      ))}
    </Layout>
  )
}

type TwoPeopleProps = { page: PageContext; id: string } & TemplateListView['governed'][number]

const TwoPeople = ({ page: { lang }, institution, twoPeople, id }: TwoPeopleProps) => {
  const t = textsIn(lang).templates
  return (
    <form method="post" action={inLanguage(lang, letterUrls.settings())} data-submit-once>
      <h2>
        {t.settings}: {institution.name}
      </h2>
      <input type="hidden" name="institucioni" value={institution.id} />
      <CheckboxField name="dy" id={id} label={t.twoPeople} hint={t.twoPeopleHint} checked={twoPeople} small />
      <Button kind="secondary">{t.save}</Button>
    </form>
  )
}
