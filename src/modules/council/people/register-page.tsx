import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import type { Column } from '#ui/data-table.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { Paging } from '#ui/paging.tsx'
import { Tag } from '#ui/tag.tsx'
import { CouncilNav } from './office-part.tsx'
import { spanWords } from './span-part.ts'
import { moneyWords } from './money-part.ts'
import type { RegisterView } from './office-people-view.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: RegisterView; status?: string | null }

/** Parties, secretariat, payments, memberships: one list each, with what is public of it. */
export const RegisterPage = ({ page, view, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.registers[view.register]
  const list = inLanguage(lang, urls.register(view.register))
  const { head, rows } = tableOf(lang, view)
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <CouncilNav lang={lang} current={view.register} />
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.newEntry(view.register))}>{t.create}</LinkButton>}
      {view.register === 'pagesat' && view.mayWrite && (
        <OfficeLink lang={lang} href={urls.imports()} label={texts.home.imports} />
      )}
      {rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable caption={t.title} captionHidden firstColumnHeader head={head} rows={rows} />
      )}
      <Paging
        label={t.title}
        older={view.older ? { href: `${list}?para=${view.older}`, label: texts.list.more } : null}
        newer={view.paged ? { href: list, label: texts.list.first } : null}
      />
    </Layout>
  )
}

type Table = { head: Column[]; rows: Parameters<typeof DataTable>[0]['rows'] }

/** Whoever only reads has no page of one entry. */
function tableOf(lang: Lang, view: RegisterView): Table {
  const texts = textsIn(lang)
  const f = texts.fields
  const span = { label: texts.mandates.span }
  const link = (id: string, words: string) =>
    view.mayWrite ? <a href={inLanguage(lang, urls.entry(view.register, id))}>{words}</a> : words
  const after = afterOf(lang, view)
  switch (view.register) {
    case 'partite':
      return {
        head: [{ label: f.name }, { label: f.shortName }, { label: f.kind }, ...after.head],
        rows: view.rows.map((one) => [
          link(one.id, one.name),
          one.shortName ?? '–',
          texts.values[one.kind],
          ...after.cells(one),
        ]),
      }
    case 'sekretaria':
      return {
        head: [{ label: f.name }, { label: f.post }, ...after.head],
        rows: view.rows.map((one) => [link(one.id, one.name), one.post, ...after.cells(one)]),
      }
    case 'pagesat':
      return {
        head: [{ label: f.personId }, span, { label: f.kind }, { label: f.amount, numeric: true }, ...after.head],
        rows: view.rows.map((one) => [
          link(one.id, one.person),
          spanWords(lang, one.fromOn, one.toOn),
          texts.values[one.kind],
          moneyWords(lang, one.amount, one.currency),
          ...after.cells(one),
        ]),
      }
    case 'anetaresimet':
      return {
        head: [{ label: f.organisation }, span, { label: f.representative }, ...after.head],
        rows: view.rows.map((one) => [
          link(one.id, one.organisation),
          spanWords(lang, one.fromOn, one.toOn),
          one.person ?? '–',
          ...after.cells(one),
        ]),
      }
  }
}

/** Where an entry belongs, if that is to be told, and whether everybody reads it. */
function afterOf(lang: Lang, { names, register }: RegisterView) {
  const texts = textsIn(lang)
  const many = names.size > 1
  const states = register !== 'partite'
  return {
    head: [...(many ? [{ label: texts.institution }] : []), ...(states ? [{ label: texts.list.state }] : [])],
    cells: (one: { institutionId: string; publishedAt: Date | null }) => [
      ...(many ? [names.get(one.institutionId) ?? ''] : []),
      ...(states
        ? [
            <Tag tone={one.publishedAt === null ? 'plain' : 'done'}>
              {texts.states[one.publishedAt === null ? 'draft' : 'published']}
            </Tag>,
          ]
        : []),
    ],
  }
}
