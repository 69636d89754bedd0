type Props = { label: string; items: readonly { href: string; label: string }[] }

/** The way from the institution to here, without the page itself. */
export const Breadcrumbs = ({ label, items }: Props) => (
  <nav class="govuk-breadcrumbs" aria-label={label}>
    <ol class="govuk-breadcrumbs__list">
      {items.map((item) => (
        <li class="govuk-breadcrumbs__list-item">
          <a class="govuk-breadcrumbs__link" href={item.href}>
            {item.label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
