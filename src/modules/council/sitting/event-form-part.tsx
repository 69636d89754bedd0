import type { Child } from 'hono/jsx'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { SittingPageView } from './sitting-page-view.ts'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'

/** What every part of the page gets. `again`: the form that came back, with what was typed and what to mend. */
export type PartProps = {
  lang: Lang
  view: SittingPageView
  newId: () => string
  query: Readonly<Record<string, string>>
  again: Again | null
}
export type Again = { kind: string; typed: Readonly<Record<string, string>>; field: string; message: string }

type FormProps = PartProps & {
  kind: string
  /** Of several forms of one kind on the page, which. */
  key_?: string
  submit: string
  button?: ButtonKind
  children?: Child
  hidden?: Readonly<Record<string, string>>
  /** One button without anything to fill in: when it happened is not asked. */
  bare?: boolean
}

export const formId = (kind: string, key = ''): string => (key === '' ? kind : `${kind}-${key}`)

/** One event as a form: it works without script, and the script of the page reads the same fields. */
export const EventForm = (props: FormProps) => {
  const { lang, view, newId, kind, key_: key = '', submit, button = 'secondary', hidden = {}, bare = false } = props
  const mine = typedOf(props, kind, key)
  const fixed = { lloji: kind, dergesa: newId(), pena: view.pen ? String(view.pen.number) : '', ...hidden }
  return (
    <form
      method="post"
      action={inLanguage(lang, urls.event(view.meeting.id))}
      id={`f-${formId(kind, key)}`}
      data-event={kind}
      novalidate
      data-submit-once
    >
      {Object.entries(fixed).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
      {!bare && <When lang={lang} id={formId(kind, key)} again={mine} />}
      <Button kind={button}>{submit}</Button>
    </form>
  )
}

const When = ({ lang, id, again }: { lang: Lang; id: string; again: Again | null }) => {
  const t = textsIn(lang).when
  const { dita, ora } = again?.typed ?? {}
  const error = again?.field === 'ora' ? again.message : undefined
  return (
    <Details summary={t.title} open={error !== undefined || Boolean(dita) || Boolean(ora)}>
      <TextField name="dita" id={`${id}-dita`} label={t.day} hint={t.dayHint} value={dita} width="10" />
      <TextField name="ora" id={`${id}-ora`} label={t.hour} hint={t.hourHint} value={ora} error={error} width="5" />
    </Details>
  )
}

/** What was typed into this form, where it is the one that came back. */
export function typedOf({ again }: Pick<PartProps, 'again'>, kind: string, key = ''): Again | null {
  if (again?.kind !== kind) return null
  const named = again.typed.item ?? again.typed.motion ?? again.typed.event ?? ''
  return key === '' || named === key ? again : null
}

/** The value and the error of a field, and an id of its own. */
export function fieldOf(props: Pick<PartProps, 'again'>, kind: string, name: string, key = '') {
  const again = typedOf(props, kind, key)
  return {
    name,
    id: `${formId(kind, key)}-${name}`,
    value: again?.typed[name],
    error: again?.field === name ? again.message : undefined,
  }
}

/** Members to choose from, those who are there or all. */
export const memberOptions = ({ lang, view }: PartProps, which: (id: string) => boolean = () => true) => [
  { value: '', label: textsIn(lang).floor.nobody },
  ...view.setup.members.filter(({ id }) => which(id)).map(({ id, name }) => ({ value: id, label: name })),
]
