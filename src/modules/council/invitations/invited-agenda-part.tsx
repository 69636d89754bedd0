import type { Document } from '#platform/documents/document-queries.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { INVITATION_LIMITS } from './invitation-rules.ts'
import type { InvitedItem, InvitedView } from './invited-view.ts'
import { textsIn } from './texts.ts'
import { invitedUrls as urls } from './urls.ts'

export type InvitedPart = { lang: Lang; view: InvitedView; token: string; typed: Typed; errors: FieldErrors }

/** The items with their papers; of each a member may declare a conflict. */
export const InvitedAgenda = (part: InvitedPart) => {
  const { lang, view, token } = part
  const t = textsIn(lang).own
  const { items, documents } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{t.agenda}</h2>
      <p class="govuk-body">
        <a href={inLanguage(lang, urls.package(token))}>{t.package}</a>
      </p>
      {documents.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t.papers}</h3>
          <Files lang={lang} token={token} documents={documents} />
        </>
      )}
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {items.map((item) => (
          <li id={`pika-${item.id}`}>
            <Item {...part} item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const Item = ({ lang, view, token, typed, errors, item }: InvitedPart & { item: InvitedItem }) => {
  const t = textsIn(lang).own
  const mayDeclare = view.member && view.refusal === null && !item.withdrawn
  const field = `arsyeja-${item.id}`
  return (
    <>
      {item.title}
      {item.withdrawn && <span class="kv-quiet"> ({t.withdrawn})</span>}
      {item.closed && view.member && <span class="kv-quiet"> ({t.closedItem})</span>}
      <Files lang={lang} token={token} documents={item.documents} />
      {item.conflict ? (
        <>
          <p class="govuk-body">
            <strong>{t.declared}</strong>
            {item.conflict.ground && <span> {item.conflict.ground}</span>}
          </p>
          {mayDeclare && item.conflict.byLink && (
            <form method="post" action={inLanguage(lang, urls.liftConflict(token))} data-submit-once>
              <input type="hidden" name="pika" value={item.id} />
              <Button kind="secondary" preventDoubleClick>
                {t.takeBack}
                <span class="govuk-visually-hidden">: {item.title}</span>
              </Button>
            </form>
          )}
        </>
      ) : (
        mayDeclare && (
          <Details summary={t.conflict} open={errors[field] !== undefined}>
            <form method="post" action={inLanguage(lang, urls.conflict(token))} novalidate data-submit-once>
              <input type="hidden" name="pika" value={item.id} />
              <Ground
                lang={lang}
                field={field}
                value={typed.pika === item.id ? typed.arsyeja : undefined}
                error={errors[field]}
              />
              <Button kind="secondary" preventDoubleClick>
                {t.declare}
                <span class="govuk-visually-hidden">: {item.title}</span>
              </Button>
            </form>
          </Details>
        )
      )}
    </>
  )
}

type GroundProps = { lang: Lang; field: string; value: string | undefined; error: string | undefined }

/** Each item has its own field, so that a message stands beside the right one. */
const Ground = ({ lang, field, value, error }: GroundProps) => {
  const t = textsIn(lang).own
  return (
    <TextAreaField
      name={field}
      label={t.ground}
      hint={t.groundHint}
      value={value}
      error={error}
      rows={2}
      maxLength={INVITATION_LIMITS.ground}
    />
  )
}

type FilesProps = { lang: Lang; token: string; documents: readonly Document[] }

const Files = ({ lang, token, documents }: FilesProps) =>
  documents.length === 0 ? null : (
    <ul class="govuk-list">
      {documents.map((one) => (
        <li>
          <a
            href={inLanguage(lang, urls.document(token, one.id))}
            lang={one.ownLang === lang ? undefined : one.ownLang}
          >
            {one.title}
          </a>{' '}
          <span class="kv-quiet">
            {one.fileName.split('.').at(-1)?.toUpperCase()}, {formatSize(lang, one.size)}
          </span>
        </li>
      ))}
    </ul>
  )
