// What the person must hear first after a form was sent: an error summary, or the word that it was received.
document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()
