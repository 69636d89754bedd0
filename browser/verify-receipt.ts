// Checks a receipt on the page /verifiko/vertetim. It fetches nothing and sends nothing.
import { checkReceipt } from './receipt/check.ts'
import type { Checked } from './receipt/checked.ts'
import { readVkey, type Vkey } from './receipt/note.ts'
import { show, wordsOf } from './receipt/show.ts'

const place = document.querySelector<HTMLElement>('[data-receipt-check]')
const result = document.querySelector<HTMLElement>('[data-receipt-result]')
const template = document.querySelector<HTMLTemplateElement>('template[data-receipt-words]')
if (place && result && template) begin(place, result, template)

function begin(form: HTMLElement, shown: HTMLElement, sentences: HTMLTemplateElement): void {
  const words = wordsOf(sentences)
  const own = JSON.parse(form.dataset['receiptCheck'] ?? '[]') as string[]
  const keys = own.flatMap((key) => readVkey(key) ?? [])
  const file = form.querySelector<HTMLInputElement>('input[type=file]')
  const pasted = form.querySelector('textarea')
  const tell = (checked: Checked) => show(shown, checked, words)
  file?.addEventListener('change', () => {
    file.files?.[0]?.arrayBuffer().then(
      (bytes) => tell(check(new Uint8Array(bytes), keys)),
      () => tell({ answer: 'refused', why: 'unreadable', passed: [] }),
    )
  })
  // The same file, changed meanwhile, can be chosen again.
  file?.addEventListener('click', () => (file.value = ''))
  form.querySelector('button')?.addEventListener('click', () => {
    if (pasted) tell(check(new TextEncoder().encode(pasted.value), keys))
  })
  form.hidden = false
}

/** By the keys that came with the page; the receipt of another ledger by its own. */
function check(bytes: Uint8Array, keys: readonly Vkey[]): Checked {
  const checked = checkReceipt(bytes, { keys })
  const isOurs = keys.some(({ name }) => name === checked.checkpoint?.origin)
  return checked.why === 'unknown-key' && !isOurs ? checkReceipt(bytes) : checked
}
