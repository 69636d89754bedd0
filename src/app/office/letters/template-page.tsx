import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from './letters-texts.ts'
import { PaperView } from './paper-part.tsx'
import type { TemplateView } from './template-view.ts'
import { letterUrls } from './urls.ts'

type Props = { page: PageContext; view: TemplateView; status: string | null }

/** A template with invented values in its fields, and its earlier versions. */
export const TemplatePage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { template, paper, versions } = view
  const write = `${inLanguage(lang, letterUrls.fresh())}?modeli=${template.id}&institucioni=${template.institutionId}`
  return (
    <Layout
      page={page}
      title={template.name}
      office
      robots="noindex"
      status={status}
      back={{ href: inLanguage(lang, letterUrls.templates()), label: t.templates.title }}
    >
      <h1>{template.name}</h1>
      <p>
        {t.kinds[template.kind]}, {t.templates.version(template.version)}
      </p>
      {template.endedAt && <Inset>{t.templates.ended}</Inset>}
      {!template.endedAt && (
        <div class="govuk-button-group">
          {view.mayWrite && <LinkButton href={write}>{t.templates.write}</LinkButton>}
          {view.mayChange && (
            <LinkButton kind="secondary" href={inLanguage(lang, letterUrls.editTemplate(template.id))}>
              {t.templates.edit}
            </LinkButton>
          )}
        </div>
      )}
      <h2>{t.templates.preview}</h2>
      {paper && <PaperView page={page} paper={paper} label={t.templates.preview} />}
      <h2>{t.templates.versions}</h2>
      {versions.map((version) => (
        <Details
          summary={t.templates.versionBy(
            version.n,
            formatMoment(lang, version.writtenAt, template.zone),
            version.writtenByName ?? t.letter.nobody,
          )}
        >
          <pre class="kv-template" lang={template.lang === lang ? undefined : template.lang}>
            {version.body}
          </pre>
        </Details>
      ))}
      {view.mayChange && !template.endedAt && (
        <Details summary={t.templates.end}>
          <form method="post" action={inLanguage(lang, letterUrls.endTemplate(template.id))} data-submit-once>
            <p>{t.templates.endLead}</p>
            <Button kind="warning">{t.templates.end}</Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}
