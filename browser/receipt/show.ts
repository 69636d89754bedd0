import { STEPS, type Checked, type Step } from './checked.ts'

type Words = (key: string, values?: { [name: string]: string | number }) => string

/** The sentences come with the page, in its language. */
export function wordsOf(template: HTMLTemplateElement): Words {
  return (key, values = {}) => {
    const words = template.content.querySelector(`[data-word="${key}"]`)?.textContent ?? key
    return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

/** What was checked, step by step. Whatever the file says becomes text, never markup. */
export function show(result: HTMLElement, checked: Checked, words: Words): void {
  const answer = element('h2', words(`answer-${checked.answer}`))
  const why = checked.why === null ? [] : [element('p', words(`why-${checked.why}`))]
  const steps = element('ol', '', 'govuk-list govuk-list--number')
  steps.append(...STEPS.map((step) => element('li', `${words(markOf(checked, step))}: ${words(`step-${step}`)}`)))
  result.replaceChildren(answer, ...why, steps, facts(checked, words))
  result.dataset['answer'] = checked.answer
  result.hidden = false
  result.focus()
}

function markOf({ answer, passed, record }: Checked, step: Step): string {
  if (passed.includes(step)) return 'mark-passed'
  const next = STEPS.find((one) => !passed.includes(one) && !(one === 'record' && record === null))
  return answer === 'refused' && step === next ? 'mark-failed' : 'mark-not'
}

function facts(checked: Checked, words: Words): HTMLElement {
  const list = element('dl', '', 'govuk-summary-list')
  const add = (key: string, value: string) => {
    const row = element('div', '', 'govuk-summary-list__row')
    row.append(
      element('dt', key, 'govuk-summary-list__key'),
      element('dd', value, 'govuk-summary-list__value kv-digest'),
    )
    list.append(row)
  }
  const { entry, checkpoint, index, keys } = checked
  if (checked.answer === 'refused' || !entry) return list
  add(words('fact-subject'), `${entry.kind} ${entry.version} · ${entry.subject}`)
  add(words('fact-at'), entry.at)
  if (checkpoint && index !== undefined) {
    add(words('fact-place'), words('place', { index, size: checkpoint.size }))
    add(words('fact-log'), checkpoint.origin)
    const key = (keys ?? []).join(' ')
    add(words('fact-key'), words(checked.pinned ? 'key-pinned' : 'key-brought', { key, origin: checkpoint.origin }))
  }
  for (const [name, value] of Object.entries(checked.record ?? {})) {
    add(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return list
}

function element(name: string, words: string, kind = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  if (kind !== '') made.className = kind
  return made
}
