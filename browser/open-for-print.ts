// What is folded on the screen belongs on the paper: nobody can open it there.
let opened: HTMLDetailsElement[] = []

addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const details of opened) details.open = true
})

addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})
