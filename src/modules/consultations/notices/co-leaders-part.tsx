import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import type { NoticeOfficeView } from './notice-office-view.ts'
import { noticeUrls } from './urls.ts'

type Props = { page: PageContext; view: NoticeOfficeView; typed: Typed; errors: FieldErrors }

/** Who leads together, and what each of them may read. */
export const CoLeaders = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang).notices.office
  const { id } = view.draft.consultation
  return (
    <section aria-labelledby="bashkedrejtuesit">
      <h2 class="govuk-heading-m" id="bashkedrejtuesit">
        {t.coLeaders}
      </h2>
      {view.coLeaders.length === 0 && <EmptyState>{t.noCoLeaders}</EmptyState>}
      <ul class="govuk-list">
        {view.coLeaders.map((leader) => (
          <li class="kv-row">
            {leader.name}{' '}
            <span class="kv-quiet">
              {[leader.contactRole, leader.readsComments ? t.readsWord : null].filter(Boolean).join(', ')}
            </span>
            {view.open && (
              <form method="post" action={inLanguage(lang, noticeUrls.endCoLeader(id, leader.id))} data-submit-once>
                <Button kind="secondary">
                  {t.endLeader}
                  <span class="govuk-visually-hidden"> {t.endLeaderNamed(leader.name)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {view.open && <AddLeader page={page} view={view} typed={typed} errors={errors} />}
    </section>
  )
}

const AddLeader = ({ page: { lang }, view, typed, errors }: Props) => {
  const t = textsIn(lang).notices.office
  const open = ['partneri', 'emri', 'posti', 'lexon'].some((field) => field in errors)
  return (
    <Details summary={t.addLeader} open={open}>
      <form
        method="post"
        action={inLanguage(lang, noticeUrls.coLeaders(view.draft.consultation.id))}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <SelectField
          name="partneri"
          label={t.partner}
          value={typed.partneri ?? ''}
          error={errors.partneri}
          options={[
            { value: '', label: t.noPartner },
            ...view.partners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} />
        <TextField
          name="posti"
          label={t.contactRole}
          hint={t.contactRoleHint}
          value={typed.posti}
          error={errors.posti}
        />
        <CheckboxField
          name="lexon"
          label={t.reads}
          hint={t.readsHint}
          checked={typed.lexon === 'po'}
          error={errors.lexon}
        />
        <Button kind="secondary">{t.addLeader}</Button>
      </form>
    </Details>
  )
}
