import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import { ContactList } from './contacts-part.tsx'
import { FormFields } from './fields-part.tsx'
import { stateTone } from './office-part.tsx'
import { spanWords } from './span-part.ts'
import type { OfficeCouncillorView } from './office-people-view.ts'
import { MANDATE_FIELDS } from './people-field-rules.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls, peopleUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: OfficeCouncillorView
  typed: Typed
  errors?: FieldErrors
  status?: string | null
}
type Part = Required<Omit<Props, 'page' | 'status'>> & { lang: PageContext['lang'] }

/** One member in the office: how the profile stands, and every next deed. */
export const OfficeCouncillorPage = ({ page, view, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.councillor
  const { councillor: c, mayWrite } = view
  const part = { lang, view, typed, errors }
  const ref = refOf(COUNCILLOR_KIND, c.personId)
  return (
    <Layout
      page={page}
      title={c.name}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{c.name}</h1>
      <p class="govuk-body">
        <Tag tone={stateTone(c.state)}>{texts.states[c.state]}</Tag>{' '}
        {c.state === 'published' && <a href={inLanguage(lang, peopleUrls.one(c.slug))}>{t.public}</a>}
      </p>
      {c.mergedInto !== null && (
        <p class="govuk-inset-text">
          <a href={inLanguage(lang, urls.one(c.mergedInto))}>{t.mergedInto}</a>
        </p>
      )}
      <Facts {...part} />
      {mayWrite && c.mergedInto === null && (
        <>
          <LinkButton kind="secondary" href={inLanguage(lang, urls.change(c.personId))}>
            {t.change}
          </LinkButton>
          <Publishing {...part} />
        </>
      )}
      <Photo {...part} />
      <Mandates {...part} />
      <Bodies {...part} />
      <OfficeLink lang={lang} href={urls.history(ref)} label={t.history} />
      {view.mayTakeDown && c.state === 'published' && (
        <OfficeLink lang={lang} href={urls.takeDown(ref)} label={t.takeDown} />
      )}
    </Layout>
  )
}

const Facts = ({ lang, view: { councillor: c, institution, mayReadPrivate } }: Part) => {
  const texts = textsIn(lang)
  const f = texts.fields
  const row = (key: string, value: string | null) => (value ? [{ key, value }] : [])
  return (
    <SummaryList
      rows={[
        { key: texts.institution, value: institution.name },
        ...row(f.profession, c.profession),
        ...row(f.biography, c.biography),
        ...row(f.biographyEn, c.biographyEn),
        ...(c.contacts.length > 0
          ? [{ key: f.contacts, value: <ContactList lang={lang} contacts={c.contacts} /> }]
          : []),
        ...(mayReadPrivate
          ? [
              ...row(f.email, c.email),
              ...row(f.phone, c.phone),
              ...row(f.postal, c.postal),
              ...row(
                f.gender,
                c.gender === null
                  ? null
                  : `${texts.values[c.gender]}${c.genderPublic ? '' : `, ${texts.councillor.statistics}`}`,
              ),
            ]
          : []),
        ...row(texts.councillor.publishedAt, c.publishedAt && formatDay(lang, c.publishedAt, c.zone)),
      ]}
    />
  )
}

const Publishing = ({ lang, view: { councillor: c }, errors }: Part) => {
  const t = textsIn(lang).councillor
  if (c.state === 'taken-down') return null
  const published = c.state === 'published'
  return (
    <form
      method="post"
      action={inLanguage(lang, published ? urls.unpublish(c.personId) : urls.publish(c.personId))}
      data-submit-once
    >
      <h2 class="govuk-heading-m" id="botimi">
        {published ? t.unpublish : t.publish}
      </h2>
      <p class="govuk-body">{published ? t.unpublishLead : t.publishLead}</p>
      {errors.botimi && <p class="govuk-error-message">{errors.botimi}</p>}
      <input type="hidden" name="versioni" value={String(c.version)} />
      <Button kind={published ? 'warning' : 'primary'} preventDoubleClick>
        {published ? t.unpublish : t.publish}
      </Button>
    </form>
  )
}

const Photo = ({ lang, view: { councillor: c, mayWrite }, typed, errors }: Part) => {
  const t = textsIn(lang).photo
  return (
    <section aria-labelledby="foto">
      <h2 class="govuk-heading-m" id="foto">
        {t.title}
      </h2>
      {c.photoId === null ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <p class="govuk-body">
          <a href={inLanguage(lang, `/zyra/dokumentet/${c.photoId}`)}>{t.file}</a>
          {c.photoCredit && <span class="kv-quiet"> {t.creditOf(c.photoCredit)}</span>}
        </p>
      )}
      {mayWrite && (
        <Details summary={c.photoId === null ? t.add : t.replace} open={'fotografia' in errors || 'alt' in errors}>
          <form
            method="post"
            action={inLanguage(lang, urls.photo(c.personId))}
            enctype="multipart/form-data"
            novalidate
            data-submit-once
          >
            <FileField
              name="fotografia"
              label={t.field}
              hint={t.hint}
              error={errors.fotografia}
              accept="image/jpeg,image/png,image/webp"
            />
            <TextField name="alt" label={t.alt} hint={t.altHint} value={typed.alt} error={errors.alt} />
            <TextField name="krediti" label={t.credit} value={typed.krediti} error={errors.krediti} />
            <Button kind="secondary">{t.keep}</Button>
          </form>
        </Details>
      )}
      {mayWrite && c.photoId !== null && (
        <form method="post" action={inLanguage(lang, urls.removePhoto(c.personId))} data-submit-once>
          <Button kind="secondary">{t.remove}</Button>
        </form>
      )}
    </section>
  )
}

const Mandates = ({ lang, view, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.mandates
  const { mandates, mayWrite, councillor: c } = view
  return (
    <section aria-labelledby="mandatet">
      <h2 class="govuk-heading-m" id="mandatet">
        {t.title}
      </h2>
      {mandates.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={[{ label: t.term }, { label: texts.list.party }, { label: t.span }, { label: t.end }]}
          rows={mandates.map((one) => [
            <a href={inLanguage(lang, urls.term(one.termId))}>{one.term}</a>,
            one.party ?? texts.noParty,
            spanWords(lang, one.fromOn, one.toOn),
            <>
              {one.endKind !== null && texts.values[one.endKind]}
              {one.replacement !== null && <>. {t.replacedBy(one.replacement)}</>}
              {one.predecessor !== null && <>{t.inPlaceOf(one.predecessor)}</>}
              {one.toOn === null && mayWrite && (
                <a href={inLanguage(lang, urls.endMandate(c.personId, one.id))}>{t.endLink}</a>
              )}
            </>,
          ])}
        />
      )}
      {mayWrite && c.mergedInto === null && view.terms.length > 0 && <Give {...{ lang, view, typed, errors }} />}
      {mayWrite && view.terms.length === 0 && (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.newTerm())}>{t.termFirst}</a>
        </p>
      )}
    </section>
  )
}

const Give = ({ lang, view, typed, errors }: Part) => {
  const t = textsIn(lang).mandates
  const { councillor: c } = view
  return (
    <Details summary={t.give} open={MANDATE_FIELDS.some(({ name }) => name in errors)}>
      <form method="post" action={inLanguage(lang, urls.mandates(c.personId))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <FormFields
          lang={lang}
          fields={MANDATE_FIELDS}
          typed={typed}
          errors={errors}
          choices={{
            termId: view.terms.map(({ id, name }) => ({ value: id, label: name })),
            partyId: view.parties.map(({ id, name }) => ({ value: id, label: name })),
            replaces: view.free.map(({ id, name, toOn }) => ({
              value: id,
              label: `${name}, ${spanWords(lang, null, toOn)}`,
            })),
          }}
        />
        <Button kind="secondary" preventDoubleClick>
          {t.give}
        </Button>
      </form>
    </Details>
  )
}

/** Commissions have their pages with the institution: there one takes a seat, and leaves it. */
const Bodies = ({ lang, view: { bodies, institution } }: Part) => {
  const texts = textsIn(lang)
  const t = texts.bodies
  return (
    <section aria-labelledby="organet">
      <h2 class="govuk-heading-m" id="organet">
        {t.ofPerson}
      </h2>
      {bodies.length === 0 ? (
        <EmptyState>{t.noneOfPerson}</EmptyState>
      ) : (
        <DataTable
          caption={t.ofPerson}
          captionHidden
          head={[{ label: t.body }, { label: t.role }, { label: texts.mandates.span }]}
          rows={bodies.map((one) => [
            <a href={inLanguage(lang, urls.bodyOfInstitution(institution.id, one.bodyId))}>{one.body}</a>,
            t.roles[one.role],
            spanWords(lang, one.fromOn, one.toOn),
          ])}
        />
      )}
      <OfficeLink lang={lang} href={urls.institution(institution.id)} label={t.manage} />
    </section>
  )
}
