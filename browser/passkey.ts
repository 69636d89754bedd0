// A passkey is offered only where the browser knows them and stands under the name for which they are made.
type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON

const knowsPasskeys = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (knowsPasskeys && isUnder(form.dataset['place'] ?? '')) offer(form)
}

function isUnder(place: string): boolean {
  return location.hostname === place || location.hostname.endsWith(`.${place}`)
}

function offer(form: HTMLFormElement): void {
  form.hidden = false
  for (const words of document.querySelectorAll<HTMLElement>('[data-passkey-without]')) words.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.querySelector<HTMLElement>('[data-passkey-failed]')?.setAttribute('hidden', '')
    answerOf(form).then(
      (answer) => send(form, answer),
      () => form.querySelector<HTMLElement>('[data-passkey-failed]')?.removeAttribute('hidden'),
    )
  })
}

/** The server says what is to be signed; the browser asks the person and the key. */
async function answerOf(form: HTMLFormElement): Promise<string> {
  const asked = form.dataset['passkey'] ?? ''
  const response = await fetch(form.dataset['challenge'] ?? '', {
    method: 'POST',
    body: new URLSearchParams({ qellimi: asked }),
  })
  if (!response.ok) throw new Error(String(response.status))
  const options = (await response.json()) as Options
  const key =
    asked === 'shtimi'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  if (!(key instanceof PublicKeyCredential)) throw new Error('no passkey')
  return JSON.stringify(key.toJSON())
}

/** The form goes as any other: what comes back is a page. */
function send(form: HTMLFormElement, answer: string): void {
  const field = form.elements.namedItem('pergjigja')
  if (field instanceof HTMLInputElement) field.value = answer
  form.submit()
}
