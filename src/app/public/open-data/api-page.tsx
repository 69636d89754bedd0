import type { PageContext } from '#platform/http/page-context.ts'
import { API_TEXTS } from '#platform/export/api-texts.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { PROBLEM_KINDS, PROBLEMS, type ProblemKind } from '#platform/export/problem-rules.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { openDataTexts } from './texts.ts'

/** One address, as the OpenAPI document tells it. */
export type DocumentedAddress = {
  path: string
  summary: string
  description: string
  parameters: readonly { name: string; required: boolean; description: string }[]
}

type Props = { page: PageContext; addresses: readonly DocumentedAddress[] }

/** How programs ask, for the people who write them. Made of the same document that programs read. */
export const ApiPage = ({ page, addresses }: Props) => {
  const { lang } = page
  const { api: t, dataset } = openDataTexts(lang)
  return (
    <Layout
      page={page}
      title={t.title}
      back={{ href: inLanguage(lang, urls.list()), label: dataset.back }}
      canonical={urls.api()}
      jsonHref={inLanguage(lang, urls.openApi())}
    >
      <h1>{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <p>
        <a href={inLanguage(lang, urls.openApi())}>{t.document}</a>
      </p>
      <h2>{t.rules}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.ruleList.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <h2>{t.addresses}</h2>
      {addresses.map((one) => (
        <Address page={page} address={one} />
      ))}
      <h2>{t.problems}</h2>
      <ul class="govuk-list">
        {PROBLEM_KINDS.map((kind) => (
          <li>
            {PROBLEMS[kind]}: <a href={inLanguage(lang, urls.problem(kind))}>{API_TEXTS[lang].problems[kind].title}</a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

const Address = ({ page: { lang, url }, address }: { page: PageContext; address: DocumentedAddress }) => {
  const { api: t } = openDataTexts(lang)
  const { path, summary, description, parameters } = address
  return (
    <section>
      <h3>{summary}</h3>
      <p>
        <code class="kv-open-cell">GET {urls.api() + path}</code>
      </p>
      <p>{description}</p>
      {parameters.length === 0 ? (
        <p class="kv-quiet">{t.noParameters}</p>
      ) : (
        <DataTable
          caption={`${t.parameters}: ${summary}`}
          captionHidden
          firstColumnHeader
          head={t.parameterHeads.map((label) => ({ label }))}
          rows={parameters.map(({ name, required, description: words }) => [
            <code class="kv-open-cell">{name}</code>,
            required ? `${words} (${t.required})` : words,
          ])}
        />
      )}
      {!path.includes('{') && (
        <p class="kv-quiet">
          {t.example}: <a href={urls.api() + path}>{url + urls.api() + path}</a>
        </p>
      )}
    </section>
  )
}

/** What a type of problem means: its address stands in every answer of that kind. */
export const ProblemPage = ({ page, kind }: { page: PageContext; kind: ProblemKind }) => {
  const { lang } = page
  const t = openDataTexts(lang).problem
  const { title, detail, help } = API_TEXTS[lang].problems[kind]
  return (
    <Layout
      page={page}
      title={title}
      back={{ href: inLanguage(lang, urls.api()), label: t.back }}
      canonical={urls.problem(kind)}
    >
      <p class="kv-caption">{t.caption}</p>
      <h1>{title}</h1>
      <p>{t.status(PROBLEMS[kind])}</p>
      <p>{detail}</p>
      {help.map((words) => (
        <p>{words}</p>
      ))}
    </Layout>
  )
}
