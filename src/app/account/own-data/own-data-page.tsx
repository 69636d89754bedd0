import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, LANGUAGES } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ownDataPageTexts } from './texts.ts'
import type { OwnDataView } from './own-data-view.ts'
import { ownDataUrls } from './urls.ts'

/** A citizen belongs to no institution; Albania's and Kosovo's zones keep the same hour. */
const ZONE = 'Europe/Tirane'

type Props = { page: PageContext; view: OwnDataView; status: string | null; typed: Typed; errors: FieldErrors }
type Part = Pick<Props, 'page' | 'view'>

/** All that is kept about the person who looks, and what they can do about it. */
export const OwnDataPage = ({ page, view, status, typed, errors }: Props) => {
  const { lang } = page
  const t = ownDataPageTexts(lang)
  return (
    <Layout page={page} title={t.title} robots="noindex" status={status} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <ContactSection page={page} view={view} typed={typed} errors={errors} />
      <Records page={page} view={view} typed={typed} errors={errors} />
      <Consents page={page} view={view} />
      <Letters page={page} view={view} />
      <Seen page={page} view={view} />
      <TakeAlong page={page} />
      <Details summary={t.howLong}>
        <ul class="govuk-list govuk-list--bullet">
          {view.rules.map(({ what, howLong }) => (
            <li>
              {what}: {howLong}.
            </li>
          ))}
        </ul>
      </Details>
      <h2>{t.eraseTitle}</h2>
      <p>{t.eraseLead}</p>
      <p>
        <a href={inLanguage(lang, ownDataUrls.erase())}>{t.eraseLink}</a>
      </p>
    </Layout>
  )
}

const ContactSection = ({ page: { lang }, view, typed, errors }: Omit<Props, 'status'>) => {
  const t = ownDataPageTexts(lang)
  return (
    <section aria-labelledby="adresa-titulli">
      <h2 id="adresa-titulli">{t.contact}</h2>
      <SummaryList
        rows={[
          { key: t.email, value: view.contact.email },
          { key: t.since, value: formatDay(lang, view.contact.createdAt, ZONE) },
        ]}
      />
      <form method="post" action={inLanguage(lang, ownDataUrls.language())} data-submit-once>
        <RadioField
          name="gjuha"
          legend={t.lang}
          legendSize="s"
          value={view.contact.lang}
          inline
          small
          options={LANGUAGES.map((value) => ({ value, label: t.langs[value] }))}
        />
        <Button kind="secondary">{t.save}</Button>
      </form>
      <Details summary={t.changeAddress} open={'adresa' in errors}>
        <form method="post" action={inLanguage(lang, ownDataUrls.address())} novalidate data-submit-once>
          <TextField
            name="adresa"
            label={t.newAddress}
            hint={t.newAddressHint}
            type="email"
            autocomplete="email"
            width="two-thirds"
            value={typed.adresa}
            error={errors.adresa}
          />
          <Button kind="secondary">{t.sendLetter}</Button>
        </form>
      </Details>
    </section>
  )
}

const Records = ({ page: { lang }, view, typed, errors }: Omit<Props, 'status'>) => {
  const t = ownDataPageTexts(lang)
  return (
    <section aria-labelledby="derguar">
      <h2 id="derguar">{t.records}</h2>
      {view.records.length === 0 ? (
        <EmptyState>{t.noRecords}</EmptyState>
      ) : (
        <ul class="govuk-list">
          {view.records.map(({ title, href, at }) => (
            <li>
              {href === null ? title : <a href={inLanguage(lang, href)}>{title}</a>}{' '}
              <span class="kv-quiet">{formatDay(lang, at, ZONE)}</span>
            </li>
          ))}
        </ul>
      )}
      {view.name !== '' && (
        <Details summary={t.changeName} open={'emri' in errors}>
          <form method="post" action={inLanguage(lang, ownDataUrls.name())} novalidate data-submit-once>
            <TextField
              name="emri"
              label={t.name}
              hint={t.nameHint}
              autocomplete="name"
              width="two-thirds"
              value={typed.emri ?? view.name}
              error={errors.emri}
            />
            <Button kind="secondary">{t.save}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}

const Consents = ({ page: { lang }, view }: Part) => {
  const t = ownDataPageTexts(lang)
  const titles = new Map(view.records.map(({ ref, title }) => [ref, title]))
  return (
    <section aria-labelledby="pelqimet">
      <h2 id="pelqimet">{t.consents}</h2>
      {view.consents.length === 0 ? (
        <EmptyState>{t.noConsents}</EmptyState>
      ) : (
        <>
          <p>{t.consentsLead}</p>
          <DataTable
            caption={t.consents}
            captionHidden
            head={[t.consentColumns.what, t.consentColumns.given, t.consentColumns.state].map((label) => ({ label }))}
            rows={view.consents.map((consent) => [
              [view.consentWords(consent), titles.get(consent.subject ?? '')].filter(Boolean).join(': '),
              formatDay(lang, consent.givenAt, ZONE),
              consent.withdrawnAt ? (
                t.consentWithdrawn(formatDay(lang, consent.withdrawnAt, ZONE))
              ) : (
                <form method="post" action={inLanguage(lang, ownDataUrls.withdrawal(consent.id))} data-submit-once>
                  <Button kind="secondary">
                    {t.withdraw}
                    <span class="govuk-visually-hidden"> {titles.get(consent.subject ?? '') ?? ''}</span>
                  </Button>
                </form>
              ),
            ])}
          />
        </>
      )}
    </section>
  )
}

const Letters = ({ page: { lang }, view: { letters } }: Part) => {
  const t = ownDataPageTexts(lang)
  return (
    <section aria-labelledby="letrat">
      <h2 id="letrat">{t.letters}</h2>
      {letters.length === 0 ? (
        <EmptyState>{t.noLetters}</EmptyState>
      ) : (
        <Details summary={t.lettersCount(letters.length)}>
          <DataTable
            caption={t.letters}
            captionHidden
            head={[{ label: t.letterColumns.at }, { label: t.letterColumns.subject }]}
            rows={letters.map((letter) => [formatMoment(lang, letter.createdAt, ZONE), letter.subject])}
          />
        </Details>
      )}
    </section>
  )
}

const Seen = ({ page: { lang }, view }: Part) => {
  const t = ownDataPageTexts(lang)
  return (
    <section aria-labelledby="kush-i-pa">
      <h2 id="kush-i-pa">{t.accesses}</h2>
      <p>
        {t.accessesCount(view.accesses)} <a href={inLanguage(lang, ownDataUrls.accesses())}>{t.accessesLink}</a>
      </p>
      <p>
        {t.signIns}: <a href={inLanguage(lang, '/llogaria')}>{t.signInsLink}</a>
      </p>
    </section>
  )
}

const TakeAlong = ({ page: { lang } }: Pick<Props, 'page'>) => {
  const t = ownDataPageTexts(lang)
  return (
    <section aria-labelledby="merrini">
      <h2 id="merrini">{t.take}</h2>
      <p>{t.takeLead}</p>
      <div class="kv-moves">
        <LinkButton kind="secondary" href={inLanguage(lang, ownDataUrls.file())}>
          {t.takeFile}
        </LinkButton>
        <LinkButton kind="secondary" href={inLanguage(lang, ownDataUrls.json())}>
          {t.takeJson}
        </LinkButton>
      </div>
    </section>
  )
}
