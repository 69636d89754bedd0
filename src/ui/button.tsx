import type { Child } from 'hono/jsx'
import { classNames } from './class-names.ts'

export type ButtonKind = 'primary' | 'secondary' | 'warning'

type ButtonProps = {
  children?: Child
  kind?: ButtonKind | undefined
  name?: string | undefined
  value?: string | undefined
  /** A form may arrive twice and counts once anyway; this spares the second journey. */
  preventDoubleClick?: boolean | undefined
}

/** Sends its form. One primary button a page: the next deed. */
export const Button = ({ children, kind = 'primary', name, value, preventDoubleClick }: ButtonProps) => (
  <button
    class={buttonClass(kind)}
    type="submit"
    name={name}
    value={value}
    data-once={preventDoubleClick ? '' : undefined}
  >
    {children}
  </button>
)

type LinkButtonProps = { href: string; children?: Child; kind?: ButtonKind | undefined }

/** A link that begins something large. It stays a link: no role of button, for it opens an address. */
export const LinkButton = ({ href, children, kind = 'primary' }: LinkButtonProps) => (
  <a class={buttonClass(kind)} href={href}>
    {children}
  </a>
)

const buttonClass = (kind: ButtonKind): string =>
  classNames('govuk-button', kind !== 'primary' && `govuk-button--${kind}`)
