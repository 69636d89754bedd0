import type { SittingEventKind, VoteStage } from '#modules/council/sitting/sitting-event-rules.ts'
import { entitledTo } from '#modules/council/sitting/voting-rules.ts'
import { choicesOf, ruleFor, type Scene } from './choices.ts'
import { FIELDS, type Field } from './fields.ts'
import { make } from './page.ts'

/** The form of one deed, as the state has it now: its lists hold what can be chosen at this moment. */
export function formOf(kind: SittingEventKind, scene: Scene): HTMLFormElement {
  const { say } = scene
  const refusal = make('p', { class: 'govuk-error-message', role: 'alert', tabindex: '-1', 'data-refusal': true })
  const send = make('button', { class: 'govuk-button', type: 'submit' }, say('form', 'send'))
  const leave = make('button', { class: 'kv-link-button', type: 'button', 'data-leave': true }, say('form', 'leave'))
  const form = make(
    'form',
    { 'data-deed': kind, novalidate: true, 'aria-labelledby': 'rec-deed', autocomplete: 'off' },
    make('h2', { class: 'govuk-heading-m', id: 'rec-deed' }, say('kinds', kind)),
    refusal,
    ...FIELDS[kind].flatMap((field) => fieldOf(field, kind, scene)),
    ...(kind === 'corrected' ? [] : [happenedAt(scene)]),
    make('p', { class: 'kv-rec__send' }, send, ' ', leave),
  )
  showWhatApplies(form)
  form.addEventListener('change', (event) => {
    if (kind === 'vote-opened' && (event.target as HTMLElement).matches('[name=stage]')) suggest(form, scene)
    showWhatApplies(form)
  })
  if (kind === 'vote-opened') suggest(form, scene)
  return form
}

function fieldOf(field: Field, kind: SittingEventKind, scene: Scene): HTMLElement[] {
  const vote = scene.state.openVote
  switch (field.kind) {
    case 'roll':
      return [rowsOf(rollRows(scene))]
    case 'ballots':
      return vote?.method === 'by-name' ? [rowsOf(ballotRows(scene))] : []
    case 'counts':
      return vote?.method === 'by-name' ? [] : countFields(scene)
    default:
      return [grouped(field, kind, scene)]
  }
}

function grouped(field: Field, kind: SittingEventKind, scene: Scene): HTMLElement {
  const id = `rec-${field.name}`
  const { words } = scene.page
  const named = words['fields']?.[`${kind}.${field.name}`] ? `${kind}.${field.name}` : field.name
  const optional = field.optional ? ` (${scene.say('form', 'optional')})` : ''
  const control = controlOf(field, id, scene)
  const label = make(
    'label',
    { for: id, class: field.kind === 'tick' ? 'govuk-label govuk-checkboxes__label' : 'govuk-label' },
    scene.say('fields', named) + optional,
  )
  const inner =
    field.kind === 'tick' ? [make('div', { class: 'govuk-checkboxes__item' }, control, label)] : [label, control]
  const when = field.when ? field.when.join('=') : null
  return make('div', { class: 'govuk-form-group', 'data-when': when }, ...inner)
}

function controlOf(field: Field, id: string, scene: Scene): HTMLElement {
  const { name } = field
  const optional = field.optional ?? false
  switch (field.kind) {
    case 'list': {
      const choices = field.from ? choicesOf(field.from, scene) : []
      const options = choices.map(([value, label]) => make('option', { value }, label))
      const empty = field.optional
        ? scene.say('form', 'none')
        : field.from === 'rules'
          ? scene.say('form', 'choose')
          : null
      const first = empty === null ? [] : [make('option', { value: '' }, empty)]
      return make('select', { class: 'govuk-select', id, name, 'data-optional': optional }, ...first, ...options)
    }
    case 'long':
      return make('textarea', { class: 'govuk-textarea', id, name, rows: '3', 'data-optional': optional })
    case 'tick':
      return make('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id, name, value: 'po' })
    case 'number':
      return make('input', {
        class: 'govuk-input govuk-input--width-4',
        id,
        name,
        inputmode: 'numeric',
        'data-optional': optional,
      })
    case 'hour':
      return make('input', {
        class: 'govuk-input govuk-input--width-5',
        type: 'time',
        id,
        name,
        'data-optional': optional,
      })
    default:
      return make('input', { class: 'govuk-input', id, name, 'data-optional': optional })
  }
}

/** When it happened, where it was a while ago: folded, for mostly it was now. */
function happenedAt({ say }: Scene): HTMLElement {
  const input = make('input', {
    class: 'govuk-input govuk-input--width-5',
    type: 'time',
    id: 'rec-at',
    name: 'at',
  })
  const label = make('label', { class: 'govuk-label', for: 'rec-at' }, say('form', 'at'))
  const words = make('span', { class: 'govuk-details__summary-text' }, say('form', 'earlier'))
  return make(
    'details',
    { class: 'govuk-details' },
    make('summary', { class: 'govuk-details__summary' }, words),
    make('div', { class: 'govuk-details__text' }, label, input),
  )
}

type Row = { name: string; label: string; chosen: string | null; choices: readonly (readonly [string, string])[] }

/** One line a person, chosen by a digit: 1 is the first choice. After it the next line is reached by itself. */
function rowsOf(rows: readonly Row[]): HTMLElement {
  return make(
    'div',
    { class: 'kv-rec__rows', 'data-rows': true },
    ...rows.map(({ name, label, chosen, choices }) =>
      make(
        'fieldset',
        { class: 'kv-rec__row', 'data-row': true },
        make('legend', {}, label),
        ...choices.map(([value, words], index) => {
          const id = `${name}-${index + 1}`
          const input = make('input', { type: 'radio', id, name, value, checked: value === chosen })
          return make('label', { for: id }, input, ` ${words} `, make('kbd', {}, String(index + 1)))
        }),
      ),
    ),
  )
}

const rollRows = ({ setup, state, say }: Scene): Row[] =>
  setup.members.map(({ id, name }) => {
    const now = state.presence[id] ?? 'absent'
    return {
      name: `roll-${id}`,
      label: name,
      chosen: state.rollCalled ? (now === 'left' ? 'absent' : now) : null,
      choices: (['present', 'remote', 'excused', 'absent'] as const).map((one) => [one, say('presence', one)] as const),
    }
  })

function ballotRows({ setup, state, say }: Scene): Row[] {
  const entitled = new Set(entitledTo(state, state.openVote?.item ?? null))
  const choices = (['for', 'against', 'abstain', 'not-voting'] as const).map(
    (one) => [one, say('choices', one)] as const,
  )
  return setup.members
    .filter(({ id }) => entitled.has(id))
    .map(({ id, name }) => ({ name: `ballot-${id}`, label: name, chosen: null, choices }))
}

const countFields = (scene: Scene): HTMLElement[] =>
  (['for', 'against', 'abstain'] as const).map((name) => grouped({ name, kind: 'number' }, 'vote-taken', scene))

/** The majority that belongs to a stage, and the words of an amendment as the question. */
function suggest(form: HTMLFormElement, scene: Scene): void {
  const stage = valueOf(form, 'stage') as VoteStage
  const rule = form.querySelector<HTMLSelectElement>('[name=rule]')
  const wanted = ruleFor(scene, stage)
  // One that nobody has set is no choice: somebody has to say which majority it needs.
  if (rule) rule.value = [...rule.options].some(({ value }) => value === wanted) ? wanted : ''
  const motion = form.querySelector<HTMLSelectElement>('[name=motion]')
  if (motion && stage === 'amendment' && motion.value === '') motion.selectedIndex = Math.min(1, motion.length - 1)
  const question = form.querySelector<HTMLInputElement>('[name=question]')
  if (!question || question.dataset['typed'] === 'yes') return
  question.addEventListener('input', () => (question.dataset['typed'] = 'yes'), { once: true })
  const item = scene.state.items.find(({ id }) => id === scene.state.currentItem)?.title
  const amendment = stage === 'amendment' ? motion?.selectedOptions[0]?.textContent : null
  question.value = amendment ?? (stage === 'agenda' ? null : item) ?? scene.say('stages', stage)
}

const valueOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

function showWhatApplies(form: HTMLFormElement): void {
  for (const group of form.querySelectorAll<HTMLElement>('[data-when]')) {
    const [name = '', value] = (group.dataset['when'] ?? '').split('=')
    group.hidden = valueOf(form, name) !== value
  }
}

/** The first field that must not be empty and is. */
export function emptyField(form: HTMLFormElement): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('.govuk-form-group:not([hidden])')].flatMap(
    (group) => group.querySelector<HTMLInputElement>('input:not([type=checkbox]), textarea, select') ?? [],
  )
  return fields.find((field) => field.value.trim() === '' && !field.hasAttribute('data-optional')) ?? null
}

/** Why not, in words, beside the form; the focus goes where it can be mended. */
export function refuse(form: HTMLFormElement, words: string, field: HTMLElement | null): void {
  const place = form.querySelector<HTMLElement>('[data-refusal]')
  if (place) place.textContent = words
  const goTo = field ?? place
  goTo?.focus()
}
