import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { actOfficeUrls as office } from '../urls.ts'
import type { AmendmentsView, ShownAmendment } from './amendments-view.ts'
import type { ChangedPlace } from './place-rules.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: AmendmentsView; typed: Typed; errors: FieldErrors; amendment: ShownAmendment }

const TONES = { open: 'warning', made: 'done', 'no-words': 'plain' } as const

/** One amendment: its words, the article that it names, and what became of it in the text. */
export const OneAmendment = (part: Part) => {
  const { lang, view, amendment } = part
  const t = makingTexts(lang).amendments
  const { act, draft, states, mayWrite } = view
  const { id, ordinal, article, words, mover, state, note, articleId } = amendment
  const writable = mayWrite && act.textState === 'laid' && states.length > 0 && act.state !== 'void'
  return (
    <section aria-labelledby={`am-${id}`}>
      <h3 class="govuk-heading-s" id={`am-${id}`}>
        {t.oneTitle(ordinal)}
        {article && `: ${article}`}
      </h3>
      <p class="govuk-body">
        <Tag tone={TONES[state]}>{t.states[state]}</Tag> {mover && <span class="kv-quiet">{t.by(mover)}</span>}
      </p>
      <Inset lang={lang === 'sq' ? undefined : 'sq'}>{words}</Inset>
      {note && <p class="govuk-body">{note}</p>}
      {draft && articleId && (
        <p class="govuk-body">
          <a href={inLanguage(lang, `${office.text(act.id)}/redaktimi/${articleId}`)}>
            {t.toArticle}
            <span class="govuk-visually-hidden"> {article}</span>
          </a>
        </p>
      )}
      {writable && <Settle {...part} />}
    </section>
  )
}

const Settle = ({ lang, view, typed, errors, amendment }: Part) => {
  const t = makingTexts(lang).amendments
  const { act, places } = view
  const { id, state, note, ticked } = amendment
  const [how, why, where] = [`si-${id}`, `shenimi-${id}`, `vendet-${id}`]
  const chosen = typed[where] === undefined ? ticked : typed[where].split(' ')
  const proposed = state === 'open' && ticked.length > 0 ? 'made' : state
  return (
    <form method="post" action={inLanguage(lang, urls.amendment(act.id, id))} novalidate data-submit-once>
      <input type="hidden" name="versioni" value={String(act.version)} />
      <RadioField
        name={how}
        legend={t.settle}
        value={typed[how] ?? proposed}
        error={errors[how]}
        small
        options={[
          { value: 'made', label: t.settleMade },
          { value: 'no-words', label: t.settleNoWords },
          { value: 'open', label: t.settleOpen },
        ]}
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s" id={where}>
          {t.places}
        </legend>
        {errors[where] && <p class="govuk-error-message">{errors[where]}</p>}
        {places.length === 0 && <p class="govuk-body">{t.placesNone}</p>}
        {places.map((place) => (
          <CheckboxField
            name={where}
            id={`${where}-${place.nodeId}`}
            value={place.nodeId}
            label={placeName(lang, place)}
            checked={chosen.includes(place.nodeId)}
            small
          />
        ))}
      </fieldset>
      <TextAreaField
        name={why}
        label={t.note}
        hint={t.noteHint}
        value={typed[why] ?? note ?? ''}
        error={errors[why]}
        rows={2}
      />
      <Button kind="secondary" preventDoubleClick>
        {t.save}
        <span class="govuk-visually-hidden"> {t.oneTitle(amendment.ordinal)}</span>
      </Button>
    </form>
  )
}

const SHOWN = 120

/** `Neni 3, pika 2: …`, with the words that stand there now, or that stood there. */
export function placeName(lang: Lang, { path, gone, kind, before, after }: ChangedPlace): string {
  const t = makingTexts(lang).amendments
  const where = path.map((node) => [t.kinds[node.kind], node.label].filter(Boolean).join(' ')).join(', ')
  const words = [...(gone ? before : after).replaceAll('\n', ' ')]
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN).join('')}…` : words.join('')
  const what = gone ? `${t.gone}: ` : kind === 'new' ? `${t.fresh}: ` : ''
  return `${where}: ${what}${shown}`
}
