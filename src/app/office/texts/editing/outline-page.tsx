import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { TextNav } from '../text-nav-part.tsx'
import { textUrls } from '../urls.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import type { OutlineRow, OutlineView } from './editing-view.ts'

type Props = { page: PageContext; view: OutlineView; status?: string | null; errors?: Record<string, string> }
type Part = { page: PageContext; view: OutlineView }

/** The draft as an outline, with what can be done to each article; beneath it what was done last. */
export const OutlinePage = ({ page, view, status = null, errors = {} }: Props) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, textUrls.text(holder, record.id)), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.title}: {record.title}
      </h1>
      <TextNav page={page} view={view} current="editing" />
      {view.draft ? <Draft page={page} view={view} /> : <NoDraft page={page} view={view} />}
    </Layout>
  )
}

const NoDraft = ({ page: { lang }, view }: Part) => {
  const t = editingTexts(lang)
  const { holder, record } = view
  const fresh = record.textId === null && record.stage === 'draft'
  return (
    <>
      <EmptyState>{fresh ? t.noText : t.noDraft}</EmptyState>
      {fresh && view.mayWrite && (
        <form method="post" action={inLanguage(lang, editingUrls.outline(holder, record.id))}>
          <Button preventDoubleClick>{t.begin}</Button>
        </form>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, textUrls.text(holder, record.id))}>{t.toText}</a>
      </p>
    </>
  )
}

const Draft = ({ page, view }: Part) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, mayEdit } = view
  return (
    <>
      <p class="govuk-body">{mayEdit ? t.lead : t.readOnly}</p>
      {view.broken.length > 0 && <Broken page={page} view={view} />}
      {mayEdit && (
        <div class="kv-outline__all">
          <LinkButton kind="secondary" href={inLanguage(lang, editingUrls.add(holder, record.id))}>
            {t.addEnd}
          </LinkButton>
          {view.outline.length > 0 && (
            <LinkButton kind="secondary" href={inLanguage(lang, editingUrls.numbers(holder, record.id))}>
              {t.numbers}
            </LinkButton>
          )}
        </div>
      )}
      <section aria-labelledby="skica">
        <h2 class="govuk-heading-m" id="skica">
          {t.outline}
        </h2>
        {view.outline.length === 0 ? <EmptyState>{t.empty}</EmptyState> : <Outline page={page} view={view} />}
      </section>
      <History page={page} view={view} />
    </>
  )
}

/** One form for all: each button says where it sends it. */
const Outline = ({ page, view }: Part) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, mayEdit } = view
  return (
    <form method="post" action={inLanguage(lang, editingUrls.outline(holder, record.id))}>
      <input type="hidden" name="dergesa" value={view.submission} />
      <input type="hidden" name="gjendja" value={view.lock} />
      {mayEdit && (
        <p class="kv-quiet" data-outline-keys hidden>
          {t.keys}
        </p>
      )}
      <ol class="kv-outline" data-outline={mayEdit ? '' : undefined}>
        {view.outline.map((row) => (
          <Row page={page} view={view} row={row} />
        ))}
      </ol>
    </form>
  )
}

const Row = ({ page: { lang }, view, row }: Part & { row: OutlineRow }) => {
  const t = editingTexts(lang)
  const { holder, record, mayEdit } = view
  const { nodeId, name, heading, depth, kind } = row
  const deed = (what: string) => inLanguage(lang, editingUrls.deed(holder, record.id, nodeId, what))
  const shown = kind === 'preamble' || kind === 'signature' ? t.kinds[kind] : name
  const href = inLanguage(lang, editingUrls.unit(holder, record.id, nodeId))
  return (
    <li class={`kv-outline__row kv-outline__row--${depth}`}>
      <a
        class="kv-outline__name"
        // On the link, not on the row: a browser takes the focus from the page when the address names what cannot hold it.
        id={rowAnchor(nodeId)}
        href={href}
        lang={lang === 'sq' ? undefined : 'sq'}
        data-outline-open
      >
        <strong>{shown}</strong> {heading}
      </a>
      {mayEdit && kind !== 'preamble' && kind !== 'signature' && (
        <span class="kv-outline__deeds">
          <button class="kv-outline__button" type="submit" formaction={deed('lart')} data-outline-move="up">
            <span aria-hidden="true">↑</span>
            <span class="govuk-visually-hidden">{`${t.up}: ${shown}`}</span>
          </button>
          <button class="kv-outline__button" type="submit" formaction={deed('poshte')} data-outline-move="down">
            <span aria-hidden="true">↓</span>
            <span class="govuk-visually-hidden">{`${t.down}: ${shown}`}</span>
          </button>
          <a
            class="kv-outline__link"
            href={`${inLanguage(lang, editingUrls.add(holder, record.id))}?prane=${nodeId}&ku=after`}
          >
            {t.addAfter}
            <span class="govuk-visually-hidden">: {shown}</span>
          </a>
        </span>
      )}
    </li>
  )
}

const MOST_SHOWN = 20

/** What was removed is still spoken of. */
export const Broken = ({ page: { lang }, view }: Part) => {
  const t = editingTexts(lang)
  const { holder, record, broken } = view
  return (
    <section aria-labelledby="referencat">
      <h2 class="govuk-heading-m" id="referencat">
        {t.broken(broken.length)}
      </h2>
      <WarningText assistive={t.warning}>{t.brokenLead}</WarningText>
      <ul class="govuk-list govuk-list--bullet" lang={lang === 'sq' ? undefined : 'sq'}>
        {broken.slice(0, MOST_SHOWN).map((one) => (
          <li>
            <a href={inLanguage(lang, editingUrls.unit(holder, record.id, one.unitId))}>{one.words}</a>: {one.sentence}
          </li>
        ))}
      </ul>
      {broken.length > MOST_SHOWN && <p class="govuk-body">{t.more(broken.length - MOST_SHOWN)}</p>}
    </section>
  )
}

const History = ({ page: { lang }, view }: Part) => {
  const t = editingTexts(lang)
  const { holder, record, edits } = view
  const last = edits.find((edit) => edit.undoneAt === null)
  return (
    <section aria-labelledby="ndryshimet">
      <h2 class="govuk-heading-m" id="ndryshimet">
        {t.history}
      </h2>
      {last && view.mayEdit && (
        <form method="post" action={inLanguage(lang, editingUrls.undo(holder, record.id))}>
          <input type="hidden" name="redaktimi" value={last.id} />
          <Button kind="secondary" preventDoubleClick>
            {t.undo(`${t.edits[last.kind]}: ${last.about}`)}
          </Button>
        </form>
      )}
      {edits.length === 0 ? (
        <p class="govuk-body">{t.noHistory}</p>
      ) : (
        <DataTable
          caption={t.history}
          captionHidden
          head={[
            { label: t.historyHead.when, tight: true },
            { label: t.historyHead.who },
            { label: t.historyHead.what },
          ]}
          rows={edits.map((edit) => [
            formatMoment(lang, edit.at, record.zone),
            edit.byName,
            `${t.edits[edit.kind]}: ${edit.about}${edit.undoneByName ? ` (${t.undone(edit.undoneByName)})` : ''}`,
          ])}
        />
      )}
    </section>
  )
}
