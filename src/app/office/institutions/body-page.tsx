import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { BodyRecord, Member } from '#platform/institutions/body-queries.ts'
import { BODY_KINDS, MEMBER_ROLES } from '#platform/institutions/body-rules.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { AreaIn, DateIn, FormFrame, Hidden, SelectIn, TextIn, type Filled } from './form-part.tsx'
import type { BodyView, RecordView } from './institution-view.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

type FormProps = { form: Filled; view: RecordView; body: BodyRecord | null; parents: readonly BodyRecord[] }

/** A body founded, or what is written of it changed. */
export const BodyFormPage = ({ form, view, body, parents }: FormProps) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { id, name } = view.institution
  const back = body
    ? { href: inLanguage(lang, urls.body(id, body.id)), label: body.shownName }
    : { href: inLanguage(lang, urls.one(id)), label: name }
  return (
    <FormFrame
      form={form}
      title={body ? t.body.change : t.body.found}
      lead={t.body.foundLead}
      back={back}
      action={inLanguage(lang, body ? urls.changeBody(id, body.id) : urls.foundBody(id))}
      submit={body ? t.save : t.create}
    >
      <Hidden form={form} name={body ? 'versioni' : 'dergesa'} />
      <TextIn form={form} name="organi" />
      <TextIn form={form} name="organi-en" lang="en" />
      <TextIn form={form} name="organi-sr" lang="sr-Latn" />
      <SelectIn form={form} name="lloji" options={BODY_KINDS.map((one) => ({ value: one, label: t.bodyKinds[one] }))} />
      <SelectIn
        form={form}
        name="prindi"
        options={[
          { value: '', label: t.body.noParent },
          ...parents.filter((one) => one.id !== body?.id).map((one) => ({ value: one.id, label: one.shownName })),
        ]}
      />
      <DateIn form={form} name="krijuar" />
      <TextIn form={form} name="urdher-nga" />
      <TextIn form={form} name="urdher-nr" width="10" />
      <DateIn form={form} name="urdher-data" />
      <AreaIn form={form} name="urdher-titulli" />
    </FormFrame>
  )
}

type Props = { page: PageContext; view: BodyView; typed: Typed; errors: FieldErrors; status: string | null }

/** A body with the order that set it up and who sits in it, today and before. */
export const BodyPage = ({ page, view, typed, errors, status }: Props) => {
  const t = textsIn(page.lang)
  const { body, institution, rights } = view
  const form = { page, typed, errors }
  const back = { href: inLanguage(page.lang, urls.one(institution.id)), label: institution.name }
  return (
    <Layout
      page={page}
      title={body.shownName}
      office
      back={back}
      status={status}
      robots="noindex"
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{body.shownName}</h1>
      <Facts page={page} view={view} />
      <h2>{t.body.members}</h2>
      <MemberTable lang={page.lang} members={view.present} caption={t.body.members} empty={t.body.noMembers} />
      {view.former.length > 0 && (
        <Details summary={t.body.formerMembers}>
          <MemberTable lang={page.lang} members={view.former} caption={t.body.formerMembers} empty="" />
        </Details>
      )}
      {rights.bodies && body.endedOn === null && <Deeds form={form} view={view} />}
    </Layout>
  )
}

const Facts = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang)
  const { body, parent, institution, formerNames, rights } = view
  const day = (date: string | null) => (date ? formatDate(lang, date) : t.body.orderUnknown)
  const changes = rights.bodies
  return (
    <SummaryList
      rows={[
        {
          key: t.body.kind,
          value: t.bodyKinds[body.kind],
          action: changes
            ? {
                href: inLanguage(lang, urls.changeBody(institution.id, body.id)),
                label: t.body.changeAction,
                hidden: body.shownName,
              }
            : null,
        },
        ...(parent ? [{ key: t.body.parent, value: parent.shownName }] : []),
        { key: t.body.order, value: orderWords(lang, body) },
        { key: t.body.foundedOn, value: day(body.foundedOn) },
        ...(body.endedOn ? [{ key: t.body.endedOn, value: `${day(body.endedOn)}. ${body.endedReason ?? ''}` }] : []),
        ...(formerNames.length > 0
          ? [
              {
                key: t.body.former,
                value: formerNames
                  .map((one) => `${one.name} (${t.body.until(formatDate(lang, one.validTo))})`)
                  .join('; '),
              },
            ]
          : []),
      ]}
    />
  )
}

/** `Kryetari i bashkisë, nr. 14, datë 3 mars 2026. Për ngritjen e grupit` */
export function orderWords(lang: Lang, body: BodyRecord): string {
  const t = textsIn(lang).body
  const parts = [
    body.orderIssuer,
    body.orderNumber && t.orderNumber(body.orderNumber),
    body.orderDate && t.orderDate(formatDate(lang, body.orderDate)),
  ].filter(Boolean)
  const words = [parts.join(', '), body.orderSubject].filter(Boolean).join('. ')
  return words || t.orderUnknown
}

export function timeWords(lang: Lang, { fromOn, toOn }: Member): string {
  const t = textsIn(lang).body
  const from = fromOn ? t.from(formatDate(lang, fromOn)) : t.sinceUnknown
  return toOn ? `${from}, ${t.to(formatDate(lang, toOn))}` : from
}

type TableProps = { lang: Lang; members: readonly Member[]; caption: string; empty: string }

const MemberTable = ({ lang, members, caption, empty }: TableProps) => {
  const t = textsIn(lang)
  const { name, role, organisation, time } = t.body.memberColumns
  if (members.length === 0) return <EmptyState>{empty}</EmptyState>
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[name, role, organisation, time].map((label) => ({ label }))}
      rows={members.map((member) => [
        member.name ?? t.body.unnamed,
        t.memberRoles[member.role],
        [member.post, member.organisation].filter(Boolean).join(', '),
        timeWords(lang, member),
      ])}
    />
  )
}

/** Somebody comes, somebody goes, all is over: three small forms under the facts. */
const Deeds = ({ form, view }: { form: Filled; view: BodyView }) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { institution, body } = view
  const open = (names: readonly string[]) => names.some((name) => form.errors[name] !== undefined)
  const roles = MEMBER_ROLES.map((one) => ({ value: one, label: t.memberRoles[one] }))
  return (
    <>
      <Details
        summary={t.body.seat}
        open={open(['personi', 'emri-personit', 'organizata', 'posti', 'roli', 'fillon', 'mbaron'])}
      >
        <p>{t.body.seatLead}</p>
        <form
          method="post"
          action={inLanguage(lang, urls.members(institution.id, body.id))}
          novalidate
          data-submit-once
        >
          <Hidden form={form} name="dergesa" />
          <SelectIn
            form={form}
            name="personi"
            options={[
              { value: '', label: t.body.newPerson },
              ...view.persons.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextIn form={form} name="emri-personit" />
          <SelectIn form={form} name="roli" options={roles} />
          <TextIn form={form} name="posti" />
          <TextIn form={form} name="organizata" />
          <DateIn form={form} name="fillon" />
          <DateIn form={form} name="mbaron" />
          <Button kind="primary">{t.body.seatSubmit}</Button>
        </form>
      </Details>
      {view.present.length > 0 && (
        <Details summary={t.body.endMember} open={open(['anetari', 'largohet', 'arsyeja-largimit'])}>
          <form method="post" action={inLanguage(lang, urls.leaving(institution.id, body.id))} novalidate>
            <SelectIn
              form={form}
              name="anetari"
              options={view.present.map((one) => ({
                value: one.id,
                label: one.name ?? one.organisation ?? t.body.unnamed,
              }))}
            />
            <DateIn form={form} name="largohet" />
            <TextIn form={form} name="arsyeja-largimit" />
            <Button kind="secondary">{t.body.endMember}</Button>
          </form>
        </Details>
      )}
      <Ending form={form} view={view} />
    </>
  )
}

const Ending = ({ form, view: { institution, body } }: { form: Filled; view: BodyView }) => {
  const { lang } = form.page
  const t = textsIn(lang)
  return (
    <Details summary={t.body.end} open={form.errors.dita !== undefined || form.errors.arsyeja !== undefined}>
      <p>{t.body.endLead}</p>
      <form method="post" action={inLanguage(lang, urls.endBody(institution.id, body.id))} novalidate>
        <DateIn form={form} name="dita" />
        <AreaIn form={form} name="arsyeja" />
        <Button kind="warning">{t.body.endSubmit}</Button>
      </form>
    </Details>
  )
}
