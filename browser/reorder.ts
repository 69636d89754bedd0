// The rows of a table that can be dragged into another order. Buttons do the same without it, one place at a time; here the
// order that then stands is written into the form, and the button that sends it is shown.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-reorder]')) {
  const field = form.querySelector<HTMLInputElement>('[data-reorder-field]')
  const save = form.querySelector<HTMLElement>('[data-reorder-save]')
  const marks = (): HTMLElement[] => [...form.querySelectorAll<HTMLElement>('[data-reorder-item]')]
  if (field && save) letDrag(form, marks, (order) => show(order, field, save))
}

function letDrag(form: HTMLElement, marks: () => HTMLElement[], told: (order: string) => void): void {
  let dragged: Element | null = null
  for (const mark of marks()) mark.closest('tr')?.setAttribute('draggable', 'true')
  form.addEventListener('dragstart', (event) => {
    dragged = rowOf(event)
    event.dataTransfer?.setData('text/plain', '')
  })
  form.addEventListener('dragover', (event) => {
    const over = rowOf(event)
    if (!dragged || !over || over === dragged) return
    event.preventDefault()
    const box = over.getBoundingClientRect()
    if (event.clientY > box.top + box.height / 2) over.after(dragged)
    else over.before(dragged)
  })
  form.addEventListener('drop', (event) => event.preventDefault())
  form.addEventListener('dragend', () => {
    dragged = null
    told(
      marks()
        .map((mark) => mark.dataset['reorderItem'] ?? '')
        .join(' '),
    )
  })
}

const rowOf = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest('tr[draggable=true]') : null

function show(order: string, field: HTMLInputElement, save: HTMLElement): void {
  if (order === field.value) return
  field.value = order
  save.hidden = false
}
